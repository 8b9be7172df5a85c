using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Writes what the scopes of an operation are granted on, if the document names the parameter that says so.</summary>
internal static class ResourceText
{
    /// <summary>Returns the parameter; null if there is none, or if it is not sent.</summary>
    public static ParameterModel? Parameter(OperationModel operation) =>
        operation
            .Scopes?.Alternatives.Where(static alternative => alternative.Resource is not null)
            .Select(alternative => operation.Parameters.FirstOrDefault(parameter => parameter.Key == alternative.Resource))
            .FirstOrDefault(static parameter => parameter is { Spread: null, Type: not TypeRef.List });

    /// <summary>Returns the argument of the attribute: the parameter of the method, or the only value that it can have.</summary>
    public static string? Argument(ParameterModel parameter) =>
        parameter switch
        {
            { Constant: { } constant } => $"Resource = {Literal.Quote(constant)}",
            { IsRequired: true } => $"ResourceParameter = {Literal.Quote(parameter.Name.TrimStart('@'))}",
            _ => null,
        };
}
