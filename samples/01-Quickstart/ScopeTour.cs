using KoreXo;
using KoreXo.DataTables;

namespace Quickstart;

/// <summary>Calls an operation for which the app has no scope.</summary>
internal static class ScopeTour
{
    public static async Task RunAsync(Uri endpoint, JwtCredential readOnly, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        Console.WriteLine("A call without the scope");
        using var client = new DataTablesClient(new KoreXoClientOptions { Endpoint = endpoint, Credential = readOnly });
        try
        {
            await client.InsertRowAsync(
                "Employees",
                new() { Row = new Dictionary<string, JsonAny> { ["Name"] = "Mallory" } },
                cancellationToken: cancellationToken
            );
        }
        catch (KoreXoScopeException refusal)
        {
            Console.WriteLine($"  rejected: {refusal.Message}");
            return;
        }

        throw new MismatchException("The platform let a read-only app write.");
    }
}
