using KoreXo;
using KoreXo.Benchmarks;
using Peers.Pets;

namespace Peers;

/// <summary>KoreXo's client with default settings; it counts every call against two rate limit windows.</summary>
public sealed class KoreXoPetstore : Petstore
{
    private readonly PetstoreClient _client;

    private KoreXoPetstore(PetstoreClient client) => _client = client;

    public static KoreXoPetstore Create(string endpoint, HttpMessageHandler? transport)
    {
        var options = new KoreXoClientOptions { Endpoint = new Uri(endpoint), Credential = new ApiKeyCredential(Key) };
        return new KoreXoPetstore(Connect(options, transport));
    }

    /// <summary>
    /// The same for many calls: the windows have no end to their permits, so that no call waits, and a clock that lets calls leave
    /// them as fast as they are made.
    /// </summary>
    public static KoreXoPetstore CreateEndless(string endpoint, HttpMessageHandler? transport)
    {
        var options = new KoreXoClientOptions
        {
            Endpoint = new Uri(endpoint),
            Credential = new ApiKeyCredential(Key),
            RateLimitStore = new MemoryRateLimitStore(new FastClock()),
        };
        options.RateLimits["store"] = [new RateLimitWindow(int.MaxValue, 1), new RateLimitWindow(int.MaxValue, 2)];
        return new KoreXoPetstore(Connect(options, transport));
    }

    public override Task Get() => _client.GetPetByIdAsync(10);

    public override Task Add() =>
        _client.AddPetAsync(
            new Pet
            {
                Name = "Rex",
                Category = new Category { Id = 3, Name = "Dogs" },
                PhotoUrls = ["https://images.example.com/rex.jpg"],
                Tags = [new Tag { Id = 7, Name = "calm" }],
                Status = PetStatus.Pending,
            }
        );

    public override Task List() => _client.FindPetsByStatusAsync(FindPetsByStatusStatus.Available);

    public override IReadOnlyList<PetValues> Read(Task call) =>
        call is Task<Pet> one ? [Values(one.Result)] : [.. ((Task<IReadOnlyList<Pet>>)call).Result.Select(Values)];

    private static PetstoreClient Connect(KoreXoClientOptions options, HttpMessageHandler? transport) =>
        transport is null ? new PetstoreClient(options) : new PetstoreClient(options, transport);

    private static PetValues Values(Pet pet) =>
        PetValues.From(
            pet.Id,
            pet.Name,
            (pet.Category?.Id, pet.Category?.Name),
            pet.PhotoUrls,
            pet.Tags.Select(static tag => (tag.Id, tag.Name)),
            pet.Status?.Value
        );
}
