using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Reads a value whose first token the reader is on.</summary>
internal delegate T JsonValueReader<out T>(ref Utf8JsonReader reader);
