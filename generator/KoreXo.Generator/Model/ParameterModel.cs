using KoreXo.OpenApi.Document;

namespace KoreXo.Generator.Model;

internal sealed record ParameterModel
{
    public required ParameterKey Key { get; init; }

    /// <summary>Gets what code calls the parameter, as the document writes it: <c>x-name</c>, else the name on the wire.</summary>
    public required string CodeName { get; init; }

    /// <summary>Gets the name of the C# parameter.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name of the property in the operation's options.</summary>
    public required string PropertyName { get; init; }

    public required TypeRef Type { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>Gets the value that is sent if the caller omits a required parameter; null if there is none.</summary>
    public required string? Default { get; init; }

    public required bool IsSensitive { get; init; }

    /// <summary>Gets the separator of list items in one value; null if each item is a separate parameter.</summary>
    public required string? Separator { get; init; }

    /// <summary>Gets the serialization of a composite value; null for a string or a list of strings.</summary>
    public required SpreadStyle? Spread { get; init; }

    /// <summary>Gets the prefix of the value in a path, by its style.</summary>
    public required string Prefix { get; init; }

    public required string Description { get; init; }

    /// <summary>
    /// Gets a value indicating whether reserved characters in the query parameter, such as <c>/</c> and <c>:</c>, are sent unescaped.
    /// </summary>
    public bool AllowsReserved { get; init; }

    /// <summary>Gets a value indicating whether the parameter is the whole query, without its name.</summary>
    public bool IsWholeQuery { get; init; }

    /// <summary>Gets the only value that the document allows; it is sent without being a parameter of the method.</summary>
    public string? Constant { get; init; }
}
