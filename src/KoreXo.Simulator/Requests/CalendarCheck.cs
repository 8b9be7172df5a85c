using System.Globalization;
using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace KoreXo.Simulator.Requests;

/// <summary>Rejects dates and times on days that no calendar has, such as February 30, which the validator only reads as digits.</summary>
internal sealed class CalendarCheck : IFormatValidator
{
    private const int DateLength = 10;

    private readonly DateTimeFormatValidator _form = new();

    /// <summary>Gets settings in which it takes the place of the validator's own check.</summary>
    public static JsonSchemaValidatorSettings Settings
    {
        get
        {
            var settings = new JsonSchemaValidatorSettings();
            settings.FormatValidators =
            [
                .. settings.FormatValidators.Where(other => other is not DateTimeFormatValidator),
                new CalendarCheck(),
            ];
            return settings;
        }
    }

    public string Format => _form.Format;

    public ValidationErrorKind ValidationErrorKind => _form.ValidationErrorKind;

    public bool IsValid(string value, JTokenType tokenType) =>
        _form.IsValid(value, tokenType)
        && (
            value.Length < DateLength
            || value[4] != '-'
            || value[7] != '-'
            || DateOnly.TryParseExact(value.AsSpan(0, DateLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        );
}
