namespace KoreXo.Generator.Model;

/// <summary>A request that the service sends to the application.</summary>
/// <param name="Id">The name that the document gives it.</param>
/// <param name="Name">The name of the member that reads it.</param>
/// <param name="Verb">The HTTP method.</param>
/// <param name="Type">What the body becomes.</param>
/// <param name="Response">What the application answers, where it is JSON; null for an answer without a type.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="IsDeprecated">Whether it is deprecated.</param>
internal sealed record WebhookModel(
    string Id,
    string Name,
    string Verb,
    TypeRef Type,
    WebhookResponse? Response,
    string Description,
    bool IsDeprecated
);
