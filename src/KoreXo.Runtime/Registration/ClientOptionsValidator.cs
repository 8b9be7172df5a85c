using Microsoft.Extensions.Options;

namespace KoreXo.Runtime;

/// <summary>
/// Validates the options when the host starts, by the same rules as a client and against the API. The attribute-driven validator would
/// need reflection.
/// </summary>
internal sealed class ClientOptionsValidator(string optionsName, Func<ApiDescription> api) : IValidateOptions<KoreXoClientOptions>
{
    /// <summary>Gets the name of the client's options, which is also that of its <see cref="HttpClient"/>.</summary>
    public string OptionsName => optionsName;

    public ValidateOptionsResult Validate(string? name, KoreXoClientOptions options)
    {
        if (name != optionsName)
        {
            return ValidateOptionsResult.Skip;
        }

        List<string> faults = [.. OptionsValidation.FindErrors(options), .. DescriptionCheck.Find(options, api)];
        var place = options.ConfigurationPath is { } path ? $"{path}:" : $"{name}: ";
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.ConvertAll(fault => place + fault));
    }
}
