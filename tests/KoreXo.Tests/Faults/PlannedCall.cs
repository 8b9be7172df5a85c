using KoreXo.DataTables;

namespace KoreXo.Tests.Faults;

/// <summary>
/// One call of the SDK, as a user would write it: an operation that may be done twice or not, by each verb, with a body and without.
/// </summary>
/// <param name="Id">Which call it is; it goes along in a header, so that the platform's truth can be told by call.</param>
/// <param name="Kind">Which operation.</param>
/// <param name="Start">When it begins.</param>
/// <param name="CancelAfter">When the caller gives it up.</param>
internal sealed record PlannedCall(int Id, CallKind Kind, TimeSpan Start, TimeSpan? CancelAfter)
{
    public const string Mark = "x-call";

    public const string Table = "T";

    public bool MayBeRepeated => Kind is not (CallKind.InsertRow or CallKind.InstallSample or CallKind.StartTraining);

    public Task RunAsync(KoreXoClient xo, FaultScene scene, ResponseDetails details, CancellationToken cancellationToken)
    {
        var id = Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var call = new CallOptions
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { [Mark] = id },
            Details = details,
        };
        return Kind switch
        {
            CallKind.InsertRow => xo.DataTables.InsertRowAsync(
                Table,
                new() { Row = new Dictionary<string, JsonAny>(StringComparer.Ordinal) { ["n"] = Id } },
                call,
                cancellationToken
            ),
            CallKind.UpdateRows => xo.DataTables.UpdateRowsAsync(
                Table,
                new()
                {
                    Query = Row,
                    Values = new Dictionary<string, JsonAny>(StringComparer.Ordinal) { ["m"] = Id },
                },
                call,
                cancellationToken
            ),
            CallKind.DeleteRows => xo.DataTables.DeleteRowsAsync(Table, new() { Query = Row }, call, cancellationToken),
            CallKind.InstallSample => xo.BotDefinition.InstallSampleBotAsync(
                scene.SampleId,
                call: call,
                cancellationToken: cancellationToken
            ),
            CallKind.StartTraining => xo.NlpTraining.StartMlTrainingAsync(scene.Bot.Id, call: call, cancellationToken: cancellationToken),
            CallKind.FindIntent => xo.Analytics.FindIntentAsync(
                scene.Bot.Id,
                new() { Input = "hello", BotName = "Travel" },
                call: call,
                cancellationToken: cancellationToken
            ),
            CallKind.GetRoles => xo.Admin.GetRolesAsync("bot", call: call, cancellationToken: cancellationToken),
            _ => FirstSessionAsync(xo, scene, call, cancellationToken),
        };
    }

    private DataFilter Row =>
        new()
        {
            Expressions =
            [
                new()
                {
                    Field = "n",
                    Operand = DataComparison.EqualTo,
                    Value = Id % 3,
                },
            ],
            Operator = DataFilterOperator.And,
        };

    private static async Task FirstSessionAsync(KoreXoClient xo, FaultScene scene, CallOptions call, CancellationToken cancellationToken)
    {
        await foreach (
            var page in xo
                .Analytics.ListSessionsAsync(scene.Bot.Id, new(), call: call, cancellationToken: cancellationToken)
                .AsPages(cancellationToken: CancellationToken.None)
        )
        {
            Assert.NotEmpty(page.Items);
            return;
        }
    }
}
