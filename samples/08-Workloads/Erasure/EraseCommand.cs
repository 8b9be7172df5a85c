using KoreXo.Samples;

namespace Workloads.Erasure;

/// <summary>Erases the data of a customer.</summary>
internal static class EraseCommand
{
    private const string Usage = """
        Usage: Workloads erase --endpoint <address> --bot <id> --customer <user id> [--proof <file>] [--state <file>] [--confirm <user id>]

        Shows what is there, and asks for the user id again before anything is erased; --confirm answers in advance. The app's id and
        secret are in KOREXO_ADMIN_ID and KOREXO_ADMIN_SECRET. Exit code: 0 = erased and verified, 1 = not confirmed, failed, or something
        is left. An interrupted run goes on when it is started again.
        """;

    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken) =>
        Entry.RunAsync(
            Usage,
            async stop =>
            {
                var options = new Arguments(args, "--endpoint", "--bot", "--customer", "--proof", "--state", "--confirm");
                using var xo = Connection.Open(options["--endpoint"], "erasure");
                var (bot, customer) = (
                    Connection.Required("--bot", options["--bot"]),
                    Connection.Required("--customer", options["--customer"])
                );
                var state = new RunState(options["--state"] ?? "erasure.state.json", $"{bot} {Proof.Hash(customer)}");
                var run = new ErasureRun(xo, bot, customer, state, TimeProvider.System, Console.WriteLine);
                var proof = await run.RunAsync(Confirm, stop);
                if (proof is null)
                {
                    Console.WriteLine("not confirmed, nothing was erased");
                    return 1;
                }

                var path = options["--proof"] ?? $"erasure-{Proof.Hash(customer)[..12]}.json";
                proof.Save(path);
                Console.WriteLine($"{proof.After.Sessions} sessions and {proof.After.Messages} messages are left; see {path}");
                return proof.After.IsEmpty ? 0 : 1;

                bool Confirm(Holdings found)
                {
                    Console.WriteLine($"{found.Sessions} sessions with {found.Messages} messages will be erased. This cannot be undone.");
                    Console.Write("Repeat the user id to go on: ");
                    return (options["--confirm"] ?? Console.ReadLine()) == customer;
                }
            },
            "Start it again with the same arguments to go on."
        );
}
