namespace KoreXo.Generator.Model;

/// <summary>The response of the application to a webhook.</summary>
/// <param name="Type">The type of the body.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="MediaType">The media type of the body.</param>
internal sealed record WebhookResponse(TypeRef Type, int Status, string MediaType);
