using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Peers.KiotaClient;
using Peers.KiotaClient.Models;
using Peers.KiotaClient.Pet.FindByStatus;

namespace Peers;

/// <summary>Kiota's client, with the handlers that it comes with.</summary>
public sealed class KiotaPetstore : Petstore
{
    private readonly PetstoreClient _client;

    private KiotaPetstore(PetstoreClient client) => _client = client;

    public static KiotaPetstore Create(string endpoint, HttpMessageHandler? transport)
    {
        IAuthenticationProvider key = endpoint.StartsWith("https:", StringComparison.Ordinal)
            ? new ApiKeyAuthenticationProvider(Key, "api_key", ApiKeyAuthenticationProvider.KeyLocation.Header)
            : new PlainKey(Key);
        var http = transport is null ? KiotaClientFactory.Create() : KiotaClientFactory.Create(transport);
        return new KiotaPetstore(new PetstoreClient(new HttpClientRequestAdapter(key, httpClient: http) { BaseUrl = endpoint }));
    }

    public override Task Get() => _client.Pet[10].GetAsync();

    public override Task Add() =>
        _client.Pet.PostAsync(
            new KiotaClient.Models.Pet
            {
                Name = "Rex",
                Category = new Category { Id = 3, Name = "Dogs" },
                PhotoUrls = ["https://images.example.com/rex.jpg"],
                Tags = [new Tag { Id = 7, Name = "calm" }],
                Status = Pet_status.Pending,
            }
        );

    public override Task List() =>
        _client.Pet.FindByStatus.GetAsync(static request => request.QueryParameters.Status = GetStatusQueryParameterType.Available);

    public override IReadOnlyList<PetValues> Read(Task call) =>
        call is Task<KiotaClient.Models.Pet?> one
            ? [Values(one.Result!)]
            : [.. ((Task<List<KiotaClient.Models.Pet>?>)call).Result!.Select(Values)];

    private static PetValues Values(KiotaClient.Models.Pet pet) =>
        PetValues.From(
            pet.Id,
            pet.Name,
            (pet.Category?.Id, pet.Category?.Name),
            pet.PhotoUrls,
            pet.Tags?.Select(static tag => (tag.Id, tag.Name)),
            pet.Status?.ToString().ToLowerInvariant()
        );
}
