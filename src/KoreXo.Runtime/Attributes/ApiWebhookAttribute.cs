namespace KoreXo;

/// <summary>Marks the emitted reader of a request that a service sends to the application.</summary>
/// <param name="name">The name of the webhook in its document.</param>
/// <param name="method">The HTTP method of the request.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApiWebhookAttribute(string name, string method) : Attribute
{
    /// <summary>Gets the name of the webhook in its document.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the HTTP method of the request.</summary>
    public string Method { get; } = method;
}
