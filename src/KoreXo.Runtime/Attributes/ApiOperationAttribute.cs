namespace KoreXo;

/// <summary>Identifies the API operation that a method calls.</summary>
/// <param name="operationId">The operation ID in its document.</param>
/// <param name="method">The HTTP method in upper case.</param>
/// <param name="path">The path template, with parameters in braces.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiOperationAttribute(string operationId, string method, string path) : Attribute
{
    /// <summary>Gets the operation ID in its document.</summary>
    public string OperationId { get; } = operationId;

    /// <summary>Gets the HTTP method in upper case.</summary>
    public string Method { get; } = method;

    /// <summary>Gets the path template, with parameters in braces.</summary>
    public string Path { get; } = path;
}
