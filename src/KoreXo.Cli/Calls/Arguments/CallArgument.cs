using KoreXo.Generator.Model;

namespace KoreXo.Cli.Calls.Arguments;

/// <summary>An argument of an operation: a parameter, or a top-level member of the body.</summary>
internal sealed record CallArgument
{
    /// <summary>Gets the option, such as <c>--bot-id</c>.</summary>
    public required string Option { get; init; }

    /// <summary>Gets a shorter form of the option, such as <c>--bot</c>; null if there is none.</summary>
    public string? Alias { get; init; }

    public required ArgumentPlace Place { get; init; }

    /// <summary>
    /// Gets the option with the name on the wire, such as <c>--stream-id</c> for <c>--bot-id</c>, which the platform's pages have. It is
    /// accepted, but not shown; null where it is no other name or belongs to another argument.
    /// </summary>
    public string? WireOption { get; init; }

    public required string WireName { get; init; }

    /// <summary>Gets what code calls the argument, as the document writes it.</summary>
    public required string CodeName { get; init; }

    public required TypeRef Type { get; init; }

    public required bool IsRequired { get; init; }

    public required string Description { get; init; }

    /// <summary>Gets the parameter; null for a member of the body.</summary>
    public ParameterModel? Parameter { get; init; }

    /// <summary>Gets the member of the body; null for a parameter.</summary>
    public PropertyModel? Member { get; init; }

    /// <summary>Gets what the schema says beyond the type.</summary>
    public ArgumentFacts Facts { get; init; } = ArgumentFacts.None;

    /// <summary>Gets the form of the option that examples and messages use.</summary>
    public string Shown => Alias ?? Option;

    /// <summary>Gets the type without its nullability.</summary>
    public TypeRef Content => Type.WithoutNull;

    public bool IsFlag => Content is TypeRef.Scalar { Kind: ScalarKind.Boolean };
}

/// <summary>Where an argument is sent.</summary>
internal enum ArgumentPlace
{
    Path,
    Query,

    /// <summary>A top-level member of a JSON body or a form.</summary>
    Body,
    Header,
    Cookie,
}
