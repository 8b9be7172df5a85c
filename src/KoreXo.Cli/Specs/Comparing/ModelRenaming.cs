using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>Renames the parts of an old model as in the new one, so that only other differences remain.</summary>
internal static class ModelRenaming
{
    // The old model is rewritten with the new names before anything is compared. Without that, renaming Address would be reported at each
    // of the forty members of that type, and the one member that really changed would be hard to find.
    public static DocumentModel Apply(DocumentModel model, Renames renames)
    {
        if (renames.Types.Count == 0 && renames.Operations.Count == 0)
        {
            return model;
        }

        return model with
        {
            Operations = model.Operations.Select(operation => Apply(operation, renames)).ToArray(),
            Types = model.Types.Select(type => Apply(type, renames)).ToArray(),
            Webhooks = model
                .Webhooks.Select(webhook =>
                    webhook with
                    {
                        Type = Apply(webhook.Type, renames),
                        Response = webhook.Response is { } response ? response with { Type = Apply(response.Type, renames) } : null,
                    }
                )
                .ToArray(),
        };
    }

    private static OperationModel Apply(OperationModel operation, Renames renames)
    {
        var renamed = renames.Operations.GetValueOrDefault(operation.Id)?.New ?? operation;
        return operation with
        {
            Id = renamed.Id,
            Name = renamed.Name,
            OptionsName = operation.OptionsName is null ? null : renamed.OptionsName ?? renamed.Name + "Options",
            Parameters = operation.Parameters.Select(parameter => parameter with { Type = Apply(parameter.Type, renames) }).ToArray(),
            Body = operation.Body is { } body ? body with { Type = Apply(body.Type, renames) } : null,
            Result = operation.Result with { Type = operation.Result.Type is { } result ? Apply(result, renames) : null },
            Paging = operation.Paging is { } paging ? paging with { ItemType = Apply(paging.ItemType, renames) } : null,
            Job = operation.Job is { } job
                ? job with
                {
                    StatusOperationId = renames.Operations.GetValueOrDefault(job.StatusOperationId)?.New.Id ?? job.StatusOperationId,
                    StatusType = Apply(job.StatusType, renames),
                }
                : null,
        };
    }

    private static TypeModel Apply(TypeModel type, Renames renames)
    {
        var name = renames.Types.GetValueOrDefault(type.Name) ?? type.Name;
        return type switch
        {
            ObjectModel model => model with
            {
                Name = name,
                Properties = model.Properties.Select(property => property with { Type = Apply(property.Type, renames) }).ToArray(),
                AdditionalProperties = model.AdditionalProperties is { } rest ? Apply(rest, renames) : null,
            },
            UnionModel model => model with
            {
                Name = name,
                Cases = model
                    .Cases.Select(item => item with { Name = CaseName(item, renames), Type = Apply(item.Type, renames) })
                    .ToArray(),
            },
            _ => type with { Name = name },
        };
    }

    private static TypeRef Apply(TypeRef type, Renames renames) =>
        type switch
        {
            TypeRef.Named named => named with { Name = renames.Types.GetValueOrDefault(named.Name) ?? named.Name },
            TypeRef.List list => new TypeRef.List(Apply(list.Item, renames)),
            TypeRef.Map map => new TypeRef.Map(Apply(map.Value, renames)),
            TypeRef.Pair pair => new TypeRef.Pair(Apply(pair.Value, renames)),
            TypeRef.Nullable nullable => new TypeRef.Nullable(Apply(nullable.Inner, renames)),
            _ => type,
        };

    /// <summary>A union case has the name of its type.</summary>
    private static string CaseName(UnionCase item, Renames renames) =>
        item.Type is TypeRef.Named named && named.Name == item.Name ? renames.Types.GetValueOrDefault(named.Name) ?? item.Name : item.Name;
}
