namespace Programs;

/// <summary>Lists what administrators did, latest first.</summary>
internal static class AuditTrail
{
    public static async Task RunAsync(string[] args)
    {
        var xo = Platform.Connect("admin");
        await foreach (var entry in xo.Admin.ListAdminConsoleAuditLogsAsync(DateTimeOffset.Parse(args[0]), DateTimeOffset.Parse(args[1])))
        {
            Console.WriteLine($"{entry.Time:O} {entry.Name}");
        }
    }
}
