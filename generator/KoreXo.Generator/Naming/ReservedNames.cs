namespace KoreXo.Generator.Naming;

/// <summary>The names that emitted code uses itself, for each place where the names of a document stand beside them.</summary>
internal static class ReservedNames
{
    // A member of one of these names would hide the inherited one: a warning, and another meaning for a caller.
    private static readonly string[] OfObject =
    [
        "Equals",
        "GetHashCode",
        "GetType",
        "ToString",
        "MemberwiseClone",
        "ReferenceEquals",
        "Finalize",
    ];

    private static readonly string[] OfModel = ["ExtensionData", "AdditionalProperties", "Codec", .. OfObject];

    /// <summary>
    /// The members of every value set. A set is not named like one of them either, since no member may have the name of its type.
    /// A struct has no finalizer, so a value may be called Finalize.
    /// </summary>
    public static string[] OfValueSet { get; } =
    ["Value", "TryParse", "Known", "IsKnown", "Codec", "PrintMembers", "Clone", .. OfObject.Where(static name => name != "Finalize")];

    /// <summary>The types that every document has, in the namespace of its own types.</summary>
    public static string[] OfNamespace(string clientName, string stem) =>
        [
            clientName,
            stem + "Operations",
            stem + "Json",
            stem + "Codecs",
            stem + "Paging",
            stem + "Jobs",
            clientName + "ServiceCollectionExtensions",
            "Codec",
            "Unknown",
            stem + "Webhooks",
        ];

    /// <summary>The members of a class for objects.</summary>
    // Fields and locals are the names with a small first letter: names that differ by case alone would meet there.
    public static NameScope InModel(string typeName, IEnumerable<string> properties) =>
        new(StringComparer.OrdinalIgnoreCase, [typeName, .. OfModel, .. properties]);

    /// <summary>The known values of a value set.</summary>
    public static NameScope InValueSet(string typeName) => new([typeName, .. OfValueSet]);

    /// <summary>The cases of a union.</summary>
    public static NameScope InUnion(string typeName) =>
        new([typeName, "Unknown", "Codec", "Value", "WriteTo", "Match", "TResult", .. OfObject]);

    /// <summary>The members of an options class.</summary>
    public static NameScope InOptions(string typeName) => new([typeName, .. OfObject]);

    /// <summary>The parameters of a method: the others are always there, or are locals of its body.</summary>
    public static NameScope InMethod() => new("request", "options", "call", "cancellationToken", "address", "headers", "form", "part");

    /// <summary>The methods of a client, which sends with the classes of its document.</summary>
    public static NameScope InClient(string stem) => new(["Send", "Api", stem + "Operations", stem + "Paging", stem + "Jobs", .. OfObject]);

    /// <summary>The methods that read webhooks.</summary>
    public static NameScope InWebhooks() => new(OfObject);

    /// <summary>The properties of a root client: one for each group of operations.</summary>
    public static NameScope InRootClient(string typeName) =>
        new([typeName, "Connection", "Dispose", "Part", "HoldsScopes", "DemandScopes", "HoldsScopesOn", "DemandScopesOn", .. OfObject]);
}
