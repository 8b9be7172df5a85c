using KoreXo.Simulator;

namespace KoreXo.Samples.Tests;

public sealed class UserAdminTests : IDisposable
{
    private const string Sample = "UserAdmin";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_dry_run_changes_nothing()
    {
        var (exitCode, lastLine, output) = await SampleProcess.RunAsync(Sample, []);

        Assert.True(exitCode == 0, output);
        Assert.Equal("dry run, 0 failed", lastLine);
        Assert.Contains("ada@example.com: would be created, role Tester", output, StringComparison.Ordinal);
        Assert.Contains("the account had 1 user and has 1; 20 of 20 sessions are left", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faulty_lines_and_unknown_roles_are_told_one_by_one_and_the_rest_is_done()
    {
        var file = Path.Combine(_folder, "users.csv");
        await File.WriteAllTextAsync(
            file,
            "email,firstName,lastName,role\nada@example.com,A,L,Tester\nada@example.com,A,L,\nnobody,,,\nb@example.com,B,B,Pilot\nshort@example.com\n"
        );

        var (exitCode, lastLine, output) = await SampleProcess.RunAsync(Sample, ["--users", file, "--apply", "yes"]);

        Assert.Equal(1, exitCode);
        Assert.Equal("done, 4 failed", lastLine);
        foreach (
            var fault in new[]
            {
                "line 3: ada@example.com appears twice",
                "line 4: 'nobody' is not an email address",
                "there is no role 'Pilot'",
                "line 6: four columns are expected",
                "ada@example.com: success",
            }
        )
        {
            Assert.Contains(fault, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Users_are_created_and_given_their_roles_once_however_often_it_runs()
    {
        await using var platform = await XoSimulator.StartAsync();
        var app = platform.AddAppWithAllScopes(AppKind.Admin);
        var bot = platform.AddBot("Travel");
        var role = platform.AddRole(RoleKind.Bot, "Tester", "Bot Settings");
        platform.AddUser("member@example.com");
        var customer = platform.SeedSessions(bot, count: 20)[0].UserId;
        var file = Path.Combine(_folder, "users.csv");
        await File.WriteAllTextAsync(
            file,
            "email,firstName,lastName,role\nada@example.com,Ada,Lovelace,Tester\nmember@example.com,Mary,Member,Tester\n"
        );
        string[] arguments =
        [
            "--endpoint",
            platform.Endpoint.AbsoluteUri,
            "--bot",
            bot.Id,
            "--users",
            file,
            "--apply",
            "yes",
            "--erase",
            customer,
        ];

        for (var run = 0; run < 2; run++)
        {
            var (exitCode, lastLine, output) = await SampleProcess.RunAsync(
                Sample,
                arguments,
                ("KOREXO_CLIENT_ID", app.ClientId),
                ("KOREXO_CLIENT_SECRET", app.ClientSecret)
            );
            Assert.True(exitCode == 0, output);
            Assert.Equal("done, 0 failed", lastLine);
        }

        Assert.Equal(["ada@example.com", "member@example.com"], platform.Users.Select(user => user.Email).Order(StringComparer.Ordinal));
        Assert.Equal(2, platform.RoleAssignments.Count(assignment => assignment.RoleId == role.Id));
        Assert.DoesNotContain(platform.Sessions, session => session.UserId == customer);
    }
}
