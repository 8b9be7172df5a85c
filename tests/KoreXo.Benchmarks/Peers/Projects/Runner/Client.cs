namespace Peers;

/// <summary>A client that takes part.</summary>
internal sealed record Client(string Name, Func<string, HttpMessageHandler?, Petstore> Create)
{
    /// <summary>All that take part; the first is what others are compared with.</summary>
    public static IReadOnlyList<Client> All { get; } =
    [
        new("by hand", ByHandPetstore.Create),
        new("by hand, no serializer", Utf8Petstore.Create),
        new("KoreXo", KoreXoPetstore.CreateEndless),
        new("NSwag", NSwagPetstore.Create),
        new("Refit", RefitPetstore.Create),
        new("Kiota", KiotaPetstore.Create),
    ];
}
