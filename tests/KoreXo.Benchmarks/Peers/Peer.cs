namespace KoreXo.Benchmarks;

/// <summary>A client that takes part, in a project of its own.</summary>
/// <param name="Name">Its name in the tables, and in what the runner prints.</param>
/// <param name="Project">The name of its project.</param>
/// <param name="Written">The files that a user writes instead of having them emitted.</param>
internal sealed record Peer(string Name, string Project, params string[] Written)
{
    /// <summary>All that take part; the first is what others are compared with.</summary>
    public static IReadOnlyList<Peer> All { get; } =
    [
        new("by hand", "ByHand", "Pet.cs", "Named.cs", "PetstoreContext.cs", "ByHandPetstore.cs"),
        new("by hand, no serializer", "Utf8", "PetRow.cs", "NamedRow.cs", "PetJson.cs", "Utf8Petstore.cs"),
        new("KoreXo", "KoreXo"),
        new("NSwag", "NSwag"),
        new("Refit", "Refit", "IPetstore.cs", "Models.cs"),
        new("Kiota", "Kiota"),
    ];
}
