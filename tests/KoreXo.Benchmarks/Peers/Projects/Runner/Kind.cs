namespace Peers;

/// <summary>A call that is measured.</summary>
internal sealed record Kind(string Name, byte[] Response, Func<Petstore, Task> Send)
{
    public static Kind Get { get; } = new("GET", PetResponses.One, static client => client.Get());

    public static Kind Post { get; } = new("POST", PetResponses.One, static client => client.Add());

    public static Kind Some { get; } = new("list", PetResponses.Some, static client => client.List());

    public static Kind Many { get; } = new("long list", PetResponses.All, static client => client.List());

    public static IReadOnlyList<Kind> All { get; } = [Get, Post, Some, Many];
}
