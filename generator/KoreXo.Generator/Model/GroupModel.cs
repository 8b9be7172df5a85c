namespace KoreXo.Generator.Model;

/// <summary>A client for some of a document's operations, which is a part of the document's client.</summary>
/// <param name="Name">The name of the property that gives it.</param>
/// <param name="ClientName">The name of its class.</param>
/// <param name="Description">What the document says of it.</param>
internal sealed record GroupModel(string Name, string ClientName, string Description);
