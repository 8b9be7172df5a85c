using KoreXo;
using KoreXo.Samples;

namespace Workloads.Promotion;

/// <summary>Promotes a bot from development through test to production.</summary>
internal static class PromoteCommand
{
    private const string Usage = """
        Usage: Workloads promote --dev <address>/<bot> --test <address>/<bot> --prod <address>/<bot> --suite <batch test suite>
                                 --repository <folder> [--state <file>]

        The folder is in a git repository. Each environment has apps of its own, whose ids and secrets are in KOREXO_DEV_ADMIN_ID,
        KOREXO_DEV_ADMIN_SECRET, KOREXO_DEV_PLATFORM_ID, KOREXO_DEV_PLATFORM_SECRET, and the same for TEST and PROD.
        Exit code: 0 = published, 1 = the suite or a step failed, 2 = wrong arguments. An interrupted run goes on when it is started again.
        """;

    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken) =>
        Entry.RunAsync(
            Usage,
            async stop =>
            {
                var options = new Arguments(args, "--dev", "--test", "--prod", "--suite", "--repository", "--state");
                var (dev, test, prod) = (Open("dev"), Open("test"), Open("prod"));
                using (dev.Xo)
                using (test.Xo)
                using (prod.Xo)
                {
                    var suite = Connection.Required("--suite", options["--suite"]);
                    var state = new RunState(
                        options["--state"] ?? "promotion.state.json",
                        $"{dev.BotId} {test.BotId} {prod.BotId} {suite}"
                    );
                    var repository = Connection.Required("--repository", options["--repository"]);
                    var run = new PromotionRun(dev, test, prod, repository, suite, state, Console.WriteLine);
                    var isPublished = await run.RunAsync(stop);
                    Console.WriteLine(isPublished ? "published" : "not published: the suite failed");
                    return isPublished ? 0 : 1;
                }

                Stage Open(string name)
                {
                    var value = Connection.Required($"--{name}", options[$"--{name}"]);
                    var slash = value.LastIndexOf('/');
                    return slash < 0
                        ? throw new FormatException($"--{name} must be an address, a slash and the id of a bot.")
                        : new Stage(name, Connect(name, new Uri(value[..slash])), value[(slash + 1)..]);
                }
            },
            "Start it again with the same arguments to go on."
        );

    private static KoreXoClient Connect(string environment, Uri endpoint)
    {
        var options = new KoreXoClientOptions { Endpoint = endpoint, Scopes = Connection.ReadManifest("promotion") };
        foreach (var kind in options.Scopes.Credentials.Keys)
        {
            var prefix = $"KOREXO_{environment}_{kind}".ToUpperInvariant();
            options.Credentials[kind] = new JwtCredential(Arguments.Variable($"{prefix}_ID"), Arguments.Variable($"{prefix}_SECRET"));
        }

        return new KoreXoClient(options);
    }
}
