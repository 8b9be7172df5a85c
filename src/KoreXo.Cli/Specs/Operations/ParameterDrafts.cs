using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;
using KoreXo.OpenApi.Document;

namespace KoreXo.Cli.Specs.Operations;

/// <summary>Creates drafts for changes of an operation's parameters, with the C# members that they may affect.</summary>
internal sealed class ParameterDrafts(OperationModel before, OperationModel after, Comparison context)
{
    public static string Whole(ParameterModel parameter) =>
        $"The {(parameter.IsRequired ? "required" : "optional")} {Place(parameter.Key)} parameter {Say.Code(parameter.Key.Name)} ({Say.Code(parameter.Type)})";

    public static string Place(ParameterKey key) =>
        key.In switch
        {
            ParameterLocation.Path => "path",
            ParameterLocation.Query => "query",
            ParameterLocation.Header => "header",
            _ => "cookie",
        };

    public ChangeDraft Draft(string what, ParameterModel? from, ParameterModel? to) =>
        new(ChangeKind.Parameter, after.Id, what)
        {
            Members = [.. Members(from, before).Concat(Members(to, after)).Distinct(StringComparer.Ordinal)],
            Left = [from?.Type],
            Came = [to?.Type],
            Place = to is null ? context.OldPlaces.Parameter(before, from!.Key) : context.NewPlaces.Parameter(after, to.Key),
        };

    private IEnumerable<string> Members(ParameterModel? parameter, OperationModel operation)
    {
        if (parameter is null)
        {
            return [];
        }

        // The options type is added with the first optional parameter and removed with the last one.
        return parameter.IsRequired ? [context.Method(operation)]
            : before.OptionsName == after.OptionsName ? [$"{operation.OptionsName}.{parameter.PropertyName}"]
            : [context.Method(operation), operation.OptionsName!, $"{operation.OptionsName}.{parameter.PropertyName}"];
    }
}
