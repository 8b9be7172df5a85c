using System.Text.Json.Serialization;

namespace Programs;

[JsonSerializable(typeof(StockItem))]
internal sealed partial class StockJson : JsonSerializerContext;
