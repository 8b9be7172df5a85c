using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Finds the types that are sent: only for these does the compiler enforce required members. Among them, finds the types of updates, where
/// null and absent differ. Finds the unions that are received: only these have members that ask for the shape.
/// </summary>
internal static class RoleMarker
{
    public static List<TypeModel> Mark(
        IReadOnlyDictionary<string, TypeModel> types,
        IReadOnlyList<OperationModel> operations,
        IReadOnlyList<WebhookModel> webhooks,
        CancellationToken cancellationToken
    )
    {
        // One class serves every use of its schema, so the strictest use must not make another one impossible. Address in the body of a
        // POST has 'required' members; if only responses contain it, tests can create one with a single member. Address in a PATCH
        // distinguishes "leave it" from "clear it" by Optional; if a response contains it as well, its readers would have to unwrap every
        // member for the sake of that one request, so it keeps plain members.
        var (sent, updates, received, others) = (Names(), Names(), Names(), Names());
        foreach (var operation in operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var body in operation.All.Select(static one => one.Body).OfType<BodyModel>())
            {
                Reach(body.Type, types, sent);
                Reach(body.Type, types, IsUpdate(operation, body) ? updates : others);
            }

            foreach (var parameter in operation.Parameters.Where(static parameter => parameter.Spread is not null))
            {
                Reach(parameter.Type, types, sent);
                Reach(parameter.Type, types, others);
            }

            foreach (var type in operation.ReceivedTypes)
            {
                Reach(type, types, received);
            }
        }

        foreach (var webhook in webhooks)
        {
            Reach(webhook.Type, types, received);
            Reach(webhook.Response?.Type, types, sent);
            Reach(webhook.Response?.Type, types, others);
        }

        others.UnionWith(received);
        var envelopes = EnvelopeFinder.Find(types, operations, webhooks);
        return types
            .Values.Select(type =>
                type switch
                {
                    ObjectModel model => model with
                    {
                        IsSent = sent.Contains(type.Name),
                        Properties = WithNullFields(model.Properties),
                        NullMembers =
                            !updates.Contains(type.Name) ? NullMembers.Never
                            : others.Contains(type.Name) ? NullMembers.WhenAssigned
                            : NullMembers.Explicit,
                    },
                    UnionModel union => union with { IsReceived = received.Contains(type.Name) },
                    _ => type,
                }
            )
            .Select(type => envelopes.Contains(type.Name) ? type with { IsEnvelope = true } : type)
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>Marks the members whose field for an explicit null would have the name of another member's field.</summary>
    private static EquatableArray<PropertyModel> WithNullFields(EquatableArray<PropertyModel> properties)
    {
        var fields = new HashSet<string>(
            properties
                .Select(static property => CSharpName.Field(property.Name))
                .Where(static field => field.EndsWith(CSharpName.NullFieldSuffix, StringComparison.Ordinal)),
            StringComparer.Ordinal
        );
        return fields.Count == 0
            ? properties
            : properties
                .Select(property =>
                    property with
                    {
                        IsNullFieldTaken = fields.Contains(CSharpName.Field(property.Name) + CSharpName.NullFieldSuffix),
                    }
                )
                .ToArray();
    }

    /// <summary>Returns whether an absent member is left unchanged. A list of operations (RFC 6902) specifies removals itself.</summary>
    private static bool IsUpdate(OperationModel operation, BodyModel body) =>
        body.Kind == BodyKind.Json
        && (
            body.MediaType == "application/merge-patch+json"
            || (operation.Verb == "PATCH" && body.MediaType != "application/json-patch+json")
        );

    private static HashSet<string> Names() => new(StringComparer.Ordinal);

    private static void Reach(TypeRef? start, IReadOnlyDictionary<string, TypeModel> types, HashSet<string> reached) =>
        TypeGraph.Reach([start], name => reached.Add(name) && types.TryGetValue(name, out var type) ? type : null);
}
