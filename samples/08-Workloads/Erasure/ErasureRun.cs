using System.Globalization;
using KoreXo;
using KoreXo.Admin;
using KoreXo.Analytics;
using KoreXo.Samples;

namespace Workloads.Erasure;

/// <summary>
/// Erases the data of a customer in a bot: counts it, asks, erases it, waits for the outcome, and counts again. That the platform reports
/// success is not taken as proof.
/// </summary>
[ScopeApp("erasure")]
internal sealed class ErasureRun(KoreXoClient xo, string botId, string customer, RunState state, TimeProvider clock, Action<string> report)
{
    /// <summary>Erases the data, or goes on where an earlier run was interrupted, without asking again.</summary>
    /// <param name="confirm">Decides, given what is there, whether to erase it. Erased data cannot be restored.</param>
    /// <param name="cancellationToken">A token to cancel the run, which can be resumed.</param>
    /// <returns>The proof, which says whether something is left; null if the erasure was not confirmed.</returns>
    /// <exception cref="KoreXoException">The platform rejected the erasure, or it failed.</exception>
    public async Task<Proof?> RunAsync(Func<Holdings, bool> confirm, CancellationToken cancellationToken)
    {
        if (state["requested"] is null)
        {
            var before = await CountAsync(cancellationToken);
            if (!confirm(before))
            {
                return null;
            }

            state.Set("sessions", before.Sessions.ToString(CultureInfo.InvariantCulture));
            state.Set("messages", before.Messages.ToString(CultureInfo.InvariantCulture));
            state.Set("requested", Now());
        }

        var deletion = await new JobSteps(state, report).RunAsync(
            "deletion",
            async () =>
                await xo.Admin.StartCustomerDataDeletionAsync(
                    new DeleteCustomerDataRequest { UserIds = [customer], BotIds = [botId] },
                    cancellationToken: cancellationToken
                ),
            xo.Admin.ResumeCustomerDataDeletion,
            cancellationToken
        );
        report($"deletion {deletion.Id}: {string.Join(", ", deletion.Outcomes.Select(static outcome => outcome.Status))}");
        var after = await CountAsync(cancellationToken);
        var proof = new Proof(
            botId,
            customer,
            deletion.Id,
            state["requested"]!,
            Now(),
            int.Parse(state["sessions"]!, CultureInfo.InvariantCulture),
            int.Parse(state["messages"]!, CultureInfo.InvariantCulture),
            after
        );
        state.Delete();
        return proof;
    }

    private string Now() => clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Counts what is there of all times. V2 histories would leave out the messages of alert tasks.</summary>
    private async Task<Holdings> CountAsync(CancellationToken cancellationToken)
    {
        var requests = new List<string>();
        var sessions = await CountAsync(
            xo.Analytics.ListSessionsAsync(
                botId,
                new SessionsRequest
                {
                    UserId = customer,
                    From = DateTimeOffset.UnixEpoch,
                    To = clock.GetUtcNow(),
                },
                cancellationToken: cancellationToken
            ),
            requests,
            cancellationToken
        );
        var messages = await CountAsync(
            xo.Analytics.ListConversationHistoryAsync(
                botId,
                new ConversationHistoryRequest { UserId = customer },
                cancellationToken: cancellationToken
            ),
            requests,
            cancellationToken
        );
        return new Holdings(sessions, messages, requests);
    }

    private static async Task<int> CountAsync<T>(PagedResult<T> list, List<string> requests, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var page in list.AsPages(cancellationToken: cancellationToken))
        {
            count += page.Items.Count;
            requests.Add(page.Details?.RequestId ?? "");
        }

        return count;
    }
}
