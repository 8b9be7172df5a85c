namespace KoreXo.Generator.Model;

/// <summary>A client for some operations of a document, which is a property of the document's client.</summary>
/// <param name="Name">The name of the property.</param>
/// <param name="ClientName">The name of its class.</param>
/// <param name="Description">The description in the document.</param>
internal sealed record GroupModel(string Name, string ClientName, string Description);
