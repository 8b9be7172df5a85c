using System.Text.Json.Serialization;

namespace KoreXo.Benchmarks;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HandWrittenModels.ImportStatus))]
[JsonSerializable(typeof(HandWrittenModels.IntentRequest))]
[JsonSerializable(typeof(HandWrittenModels.IntentResult))]
[JsonSerializable(typeof(HandWrittenModels.SessionsRequest))]
[JsonSerializable(typeof(HandWrittenModels.SessionPage))]
internal sealed partial class HandWrittenContext : JsonSerializerContext;
