using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using KoreXo.Simulator.Documents;
using Microsoft.Extensions.Primitives;

namespace KoreXo.Simulator.Faults;

/// <summary>Executes a plan: numbers the requests of each operation, and remembers the tokens that faults have invalidated.</summary>
internal sealed class FaultPlayer(FaultPlan plan)
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Fault> _stale = new(StringComparer.Ordinal);

    public FaultPlan Plan { get; } = plan;

    /// <summary>Returns the fault of the next request for an operation.</summary>
    public Fault? Next(ApiOperation operation, SimulatedApp? app, StringValues token)
    {
        if (ReferenceEquals(Plan, FaultPlan.None))
        {
            return null;
        }

        var mark = Mark(token);

        // A token that was rejected once stays rejected, as a real one would. Otherwise a client that just sends the old one again would
        // pass the test of fetching a new one. Only a hash is kept, so that no list of tokens exists.
        if (_stale.TryGetValue(mark, out var refusal))
        {
            return refusal;
        }

        var fault = Plan.Choose(
            new FaultedCall(operation.Id, _numbers.AddOrUpdate(operation.Id, 1, (_, number) => number + 1), app?.ClientId)
        );
        if (fault is { Moment: FaultMoment.Token })
        {
            if (app is null)
            {
                return null; // The operation does not check tokens.
            }

            _stale[mark] = fault;
        }

        return fault;
    }

    private static string Mark(StringValues token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token.ToString())));
}
