using KoreXo.OpenApi.Document;

namespace KoreXo.Generator.Model;

internal sealed record ParameterModel
{
    public required ParameterKey Key { get; init; }

    /// <summary>The name of the C# parameter.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the property in the operation's options.</summary>
    public required string PropertyName { get; init; }

    public required TypeRef Type { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>What is sent for a required parameter that the caller leaves out; null where there is no such value.</summary>
    public required string? Default { get; init; }

    public required bool IsSensitive { get; init; }

    /// <summary>The separator of list items in one value; null where each item is a parameter of its own.</summary>
    public required string? Separator { get; init; }

    /// <summary>How a value with parts is spread; null for a text, or a list of texts.</summary>
    public required SpreadStyle? Spread { get; init; }

    /// <summary>What stands before the value in a path, by its style.</summary>
    public required string Prefix { get; init; }

    public required string Description { get; init; }

    /// <summary>True for a query parameter whose reserved characters, such as <c>/</c> and <c>:</c>, are sent as they are.</summary>
    public bool AllowsReserved { get; init; }

    /// <summary>True for a parameter that is the whole query, without its name.</summary>
    public bool IsWholeQuery { get; init; }

    /// <summary>The only value the document allows; it is sent without being a parameter of the method.</summary>
    public string? Constant { get; init; }
}
