namespace KoreXo;

/// <summary>Names the operation of the API that a method calls.</summary>
/// <param name="operationId">The id of the operation in its document.</param>
/// <param name="method">The HTTP verb in upper case.</param>
/// <param name="path">The path template, parameters in braces.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiOperationAttribute(string operationId, string method, string path) : Attribute
{
    /// <summary>Gets the id of the operation in its document.</summary>
    public string OperationId { get; } = operationId;

    /// <summary>Gets the HTTP verb in upper case.</summary>
    public string Method { get; } = method;

    /// <summary>Gets the path template, parameters in braces.</summary>
    public string Path { get; } = path;
}
