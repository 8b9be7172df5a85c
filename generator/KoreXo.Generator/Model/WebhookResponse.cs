namespace KoreXo.Generator.Model;

/// <summary>What the application answers to a webhook.</summary>
/// <param name="Type">What the body becomes.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="MediaType">The media type of the body.</param>
internal sealed record WebhookResponse(TypeRef Type, int Status, string MediaType);
