namespace KoreXo.Generator.Model;

/// <param name="Value">The value as sent.</param>
/// <param name="Name">The name of its constant.</param>
/// <param name="Description">The description in the document; may be empty.</param>
internal sealed record ValueModel(string Value, string Name, string Description = "");
