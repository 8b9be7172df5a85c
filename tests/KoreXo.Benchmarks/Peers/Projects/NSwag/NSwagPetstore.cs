using Peers.NSwagClient;

namespace Peers;

/// <summary>NSwag's client, on System.Text.Json.</summary>
public sealed class NSwagPetstore : Petstore
{
    private readonly PetstoreClient _client;

    private NSwagPetstore(PetstoreClient client) => _client = client;

    public static NSwagPetstore Create(string endpoint, HttpMessageHandler? transport)
    {
        var http = transport is null ? new HttpClient() : new HttpClient(transport);
        http.DefaultRequestHeaders.Add("api_key", Key);
        return new NSwagPetstore(new PetstoreClient(http) { BaseUrl = endpoint });
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

    public override Task List() => _client.FindPetsByStatusAsync(Status.Available);

    public override IReadOnlyList<PetValues> Read(Task call) =>
        call is Task<Pet> one ? [Values(one.Result)] : [.. ((Task<ICollection<Pet>>)call).Result.Select(Values)];

    private static PetValues Values(Pet pet) =>
        PetValues.From(
            pet.Id,
            pet.Name,
            (pet.Category?.Id, pet.Category?.Name),
            pet.PhotoUrls,
            pet.Tags?.Select(static tag => ((long?)tag.Id, (string?)tag.Name)),
            pet.Status.ToString().ToLowerInvariant()
        );
}
