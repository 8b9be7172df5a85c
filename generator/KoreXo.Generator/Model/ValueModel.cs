namespace KoreXo.Generator.Model;

/// <param name="Value">The value as it is sent.</param>
/// <param name="Name">The name of its constant.</param>
/// <param name="Description">What the document says of it; empty where it says nothing.</param>
internal sealed record ValueModel(string Value, string Name, string Description = "");
