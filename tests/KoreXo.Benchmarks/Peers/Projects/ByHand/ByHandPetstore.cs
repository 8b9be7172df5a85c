using KoreXo.Benchmarks;

namespace Peers;

/// <summary>By hand: <c>HttpClient</c>, source-generated System.Text.Json, classes with settable properties.</summary>
public sealed class ByHandPetstore : Petstore
{
    private readonly HandWritten _client;

    private ByHandPetstore(HandWritten client) => _client = client;

    public static ByHandPetstore Create(string endpoint, HttpMessageHandler? transport) =>
        new(new HandWritten(transport is null ? new HttpClient() : new HttpClient(transport), endpoint, Key, "api_key"));

    public override Task Get() =>
        _client.GetAsync($"/pet/{Uri.EscapeDataString("10")}", PetstoreContext.Default.Pet, CancellationToken.None);

    public override Task Add() =>
        _client.PostAsync(
            "/pet",
            new Pet
            {
                Name = "Rex",
                Category = new Named { Id = 3, Name = "Dogs" },
                PhotoUrls = ["https://images.example.com/rex.jpg"],
                Tags = [new Named { Id = 7, Name = "calm" }],
                Status = "pending",
            },
            PetstoreContext.Default.Pet,
            PetstoreContext.Default.Pet,
            CancellationToken.None
        );

    public override Task List() =>
        _client.GetAsync(
            $"/pet/findByStatus?status={Uri.EscapeDataString("available")}",
            PetstoreContext.Default.ListPet,
            CancellationToken.None
        );

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
