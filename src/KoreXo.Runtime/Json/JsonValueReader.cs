using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Reads a value; the reader is on its first token.</summary>
internal delegate T JsonValueReader<out T>(ref Utf8JsonReader reader);
