namespace KoreXo.Runtime;

/// <summary>
/// Checks the arguments of credentials. An empty value usually comes from an environment variable or setting without a value.
/// </summary>
internal static class Required
{
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The value is empty or blank.</exception>
    public static void Text(string value, string parameter)
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException(
                $"The {parameter} is empty; check that the environment variable or setting it comes from has a value.",
                parameter
            );
        }
    }
}
