using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Conversations;
using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Admin;

/// <summary>
/// Erases the data of customers. It is deleted at the status call that finds the job done; until then no result is reported for any
/// customer. Members of the account cannot be erased. How the platform reports that is not documented; here the call is rejected.
/// </summary>
internal sealed class CustomerErasureOperations(PlatformState platform) : IOperationFamily
{
    private readonly JobStore<CustomerErasure> _jobs = platform.NewJobs<CustomerErasure>("deletion of customer data");

    public IEnumerable<OperationBehavior> Behaviors =>
        [new OperationBehavior("startCustomerDataDeletion", Start), new OperationBehavior("getCustomerDataDeletionStatus", GetStatus)];

    private JsonObject Start(OperationCall call)
    {
        var customers = call.Body.Items("userIds").Select(Customer).ToList();
        if (customers.Count == 0)
        {
            // The status has an outcome for each customer and none for the whole, so nobody could see that this deletion is done.
            throw RefusalException.BadRequest("The body is not valid at /userIds: at least one customer is expected.");
        }

        var id = "eud-" + platform.Ids.Groups();
        _jobs.Start(id, id, call.App, new CustomerErasure(customers, Bots(call)));
        platform.LogEvent("Customer Data", "Deletion started", $"The deletion {id} was started");
        return new JsonObject { ["requestId"] = id, ["status"] = "in-progress" };
    }

    private string Customer(JsonElement user, int index)
    {
        var name = user.ValueKind == JsonValueKind.String ? user.GetString() : user.Text("channel_user_id");
        if (name is null)
        {
            throw RefusalException.BadRequest($"The body is not valid at /userIds/{index}/channel_user_id: it is required.");
        }

        return platform.Account.Users.Any(member =>
            member.Id == name || string.Equals(member.Email, name, StringComparison.OrdinalIgnoreCase)
        )
            ? throw RefusalException.BadRequest(
                $"The body is not valid at /userIds/{index}: the data of a member of the account cannot be deleted."
            )
            : name;
    }

    private HashSet<string>? Bots(OperationCall call)
    {
        if (call.Body.Flag("RemoveDataFromAllBots") == true)
        {
            return null;
        }

        var bots = call.Body.Texts("botIds");
        return bots.Count == 0
            ? throw RefusalException.BadRequest("The body is not valid at /botIds: it is required unless RemoveDataFromAllBots is set.")
            : [.. bots.Select(id => platform.Bots.Demand(id).Id)];
    }

    private JsonObject GetStatus(OperationCall call) =>
        _jobs.Poll(call.Parameters.Text("reqId"), Describe, job => platform.Conversations.Remove(job.Subject.Covers));

    private static JsonObject Describe(PlatformJob<CustomerErasure> job) =>
        new()
        {
            ["_id"] = job.Id,
            ["createdOn"] = WireTime.Format(job.CreatedOn),
            ["lastUpdatedOn"] = WireTime.Format(job.ModifiedOn),
            ["RemoveDataFromAllBots"] = job.Subject.Bots is null,
            ["response"] = WireValue.Array(job.IsDone ? job.Subject.Customers.Select(Outcome) : []),
        };

    private static JsonObject Outcome(string customer) => new() { ["userId"] = customer, ["status"] = "SUCCESS" };
}
