using System.Text.Json.Serialization;

namespace Peers;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Pet))]
[JsonSerializable(typeof(List<Pet>))]
internal sealed partial class PetstoreContext : JsonSerializerContext;
