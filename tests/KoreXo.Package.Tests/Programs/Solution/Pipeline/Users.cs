using KoreXo.Admin;

namespace Travel.Pipeline;

internal static class Users
{
    public static async Task<int> ListAsync(Platform platform, string[] emails, CancellationToken cancellationToken)
    {
        var admin = platform.Nightly.Admin;
        var found = await admin.GetUsersAsync(new GetUsersRequest { EmailIds = emails }, cancellationToken: cancellationToken);
        foreach (var user in found)
        {
            Console.WriteLine($"{user.UserInfo} {user.IsDeveloper}");
        }

        var now = TimeProvider.System.GetUtcNow();
        // KXO1001 Logs Admin > Admin Console Audit Logs (admin)
        var entries = admin.ListAdminConsoleAuditLogsAsync(now.AddDays(-1), now, cancellationToken: cancellationToken);
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            Console.WriteLine($"{entry.Time:u} {entry.Name}");
        }

        return 0;
    }
}
