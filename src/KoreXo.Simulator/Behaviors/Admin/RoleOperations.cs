using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Account;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Admin;

/// <summary>Lists, exports and imports roles. An import updates existing roles with the same kind and name, and removes none.</summary>
internal sealed class RoleOperations(PlatformState platform) : IOperationFamily
{
    private const string Pointer = "/fileId";

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior("getRoles", Get),
            new OperationBehavior("exportRoles", Export),
            new OperationBehavior("importRoles", Import),
        ];

    private JsonObject Get(OperationCall call)
    {
        var kind = RoleKindNames.Read(call.Parameters.Text("roleType"));
        var page = PageWindow.AtItem(skip: null, call.Parameters.Integer("limit")).Of(OfKind(kind));
        return new JsonObject
        {
            ["total"] = page.Total,
            ["availableMore"] = page.HasMore,
            // The platform omits the ids from lists of admin roles; only an export has those.
            ["roles"] = WireValue.Array(page.Items.Select(role => Describe(role, withId: kind == RoleKind.Bot))),
        };
    }

    private JsonArray Export(OperationCall call) =>
        WireValue.Array(
            OfKind(RoleKindNames.Read(call.Parameters.Text("roleType")))
                .Select(role =>
                {
                    var json = Describe(role, withId: true);
                    json["refId"] = role.ReferenceId;
                    return json;
                })
        );

    private JsonArray Import(OperationCall call)
    {
        var kind = RoleKindNames.Read(call.Parameters.Text("roleType"));
        // All are read before the first is put, so a file that is refused changes nothing.
        var roles = ReadFile(platform.Files.Demand(call.Text("fileId")!, Pointer).Content)
            .ConvertAll(entry => Read(entry, kind))
            .ConvertAll(platform.Account.Put);
        platform.LogEvent("Role Management", "Roles imported", $"{roles.Count} roles were imported");
        return WireValue.Array(roles.Select(role => Imported(role, call.App, platform.Now)));
    }

    private static List<JsonElement> ReadFile(ReadOnlyMemory<byte> content)
    {
        try
        {
            var (root, _) = SentJson.Parse(content);
            if (
                root.ValueKind == JsonValueKind.Array
                && root.EnumerateArray().All(role => role.Member("role") is { ValueKind: JsonValueKind.String })
            )
            {
                return [.. root.EnumerateArray()];
            }
        }
        catch (JsonException)
        {
            // Rejected below, like a file with another JSON value.
        }

        throw RefusalException.BadRequest(
            $"The body is not valid at {Pointer}: the file is not a JSON list of roles, as an export answers it."
        );
    }

    private SimulatedRole Read(JsonElement entry, RoleKind kind)
    {
        var name = entry.Text("role")!;
        var permissions = entry.Member("permissions") is { ValueKind: JsonValueKind.Object } map
            ? [.. map.EnumerateObject()]
            : Array.Empty<JsonProperty>();
        return new SimulatedRole
        {
            // The id in the file is not used; it may be that of another account.
            Id = platform.Ids.Digits(),
            Kind = kind,
            Name = name,
            Description = entry.Text("rDesc") ?? "",
            Permissions = permissions.ToDictionary(permission => permission.Name, permission => permission.Value, StringComparer.Ordinal),
            CreatedOn = platform.Now,
        };
    }

    private List<SimulatedRole> OfKind(RoleKind kind) => [.. platform.Account.Roles.Where(role => role.Kind == kind)];

    private static JsonObject Describe(SimulatedRole role, bool withId)
    {
        var json = new JsonObject { ["roleType"] = role.Kind.Wire() };
        if (withId)
        {
            json["_id"] = role.Id;
        }

        json["role"] = role.Name;
        json["rDesc"] = role.Description;
        json["permissions"] = Permissions(role);
        return json;
    }

    private static JsonObject Permissions(SimulatedRole role)
    {
        var json = new JsonObject();
        foreach (var (label, value) in role.Permissions)
        {
            json[label] = WireValue.Node(value);
        }

        return json;
    }

    private static JsonObject Imported(SimulatedRole role, SimulatedApp author, DateTimeOffset now) =>
        new()
        {
            ["mapping"] = new JsonObject
            {
                ["users"] = new JsonArray(),
                ["groups"] = new JsonArray(),
                ["bots"] = new JsonArray(),
            },
            ["roleType"] = role.Kind.Wire(),
            ["rStatus"] = "unpublished",
            ["isASystemRole"] = false,
            ["category"] = role.Kind.Wire(),
            ["audit"] = new JsonArray(),
            ["_userAndGroups"] = new JsonArray(),
            ["isDefault"] = false,
            ["_id"] = role.Id,
            ["orgId"] = AccountIds.Organization,
            ["role"] = role.Name,
            ["createdDate"] = WireTime.Format(role.CreatedOn),
            ["createdBy"] = author.UserId,
            ["modifiedDate"] = WireTime.Format(now),
            ["modifiedBy"] = author.UserId,
            ["permissions"] = Permissions(role),
            ["rDesc"] = role.Description,
            ["refId"] = role.ReferenceId,
            ["_product"] = "platform",
            ["__v"] = 0,
        };
}
