using Refit;

namespace Peers;

/// <summary>Refit, over an interface written by hand.</summary>
public sealed class RefitPetstore : Petstore
{
    private readonly IPetstore _client;

    private RefitPetstore(IPetstore client) => _client = client;

    public static RefitPetstore Create(string endpoint, HttpMessageHandler? transport)
    {
        var http = transport is null ? new HttpClient() : new HttpClient(transport);
        http.BaseAddress = new Uri(endpoint);
        http.DefaultRequestHeaders.Add("api_key", Key);
        return new RefitPetstore(RestService.For<IPetstore>(http));
    }

    public override Task Get() => _client.GetPetById(10);

    public override Task Add() =>
        _client.AddPet(
            new Pet
            {
                Name = "Rex",
                Category = new Category { Id = 3, Name = "Dogs" },
                PhotoUrls = ["https://images.example.com/rex.jpg"],
                Tags = [new Tag { Id = 7, Name = "calm" }],
                Status = "pending",
            }
        );

    public override Task List() => _client.FindPetsByStatus("available");

    public override IReadOnlyList<PetValues> Read(Task call) =>
        call is Task<Pet> one ? [Values(one.Result)] : [.. ((Task<List<Pet>>)call).Result.Select(Values)];

    private static PetValues Values(Pet pet) =>
        PetValues.From(
            pet.Id,
            pet.Name,
            (pet.Category?.Id, pet.Category?.Name),
            pet.PhotoUrls,
            pet.Tags?.Select(static tag => (tag.Id, tag.Name)),
            pet.Status
        );
}
