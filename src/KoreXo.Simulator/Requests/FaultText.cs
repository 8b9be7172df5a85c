using System.Globalization;
using KoreXo.Simulator.Documents;
using NJsonSchema.Validation;

namespace KoreXo.Simulator.Requests;

/// <summary>Explains a validation error to the author of the request.</summary>
internal static class FaultText
{
    public static string Describe(ValidationError error)
    {
        var schema = error.Schema;
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => "it is required",
            ValidationErrorKind.StringExpected => "a string is expected",
            ValidationErrorKind.NumberExpected => "a number is expected",
            ValidationErrorKind.IntegerExpected => "an integer of at most 64 bits is expected",
            ValidationErrorKind.BooleanExpected => "true or false is expected",
            ValidationErrorKind.ObjectExpected => "an object is expected",
            ValidationErrorKind.ArrayExpected => "an array is expected",
            ValidationErrorKind.NullExpected => "null is expected",
            ValidationErrorKind.NoTypeValidates => "the value has the wrong type",
            ValidationErrorKind.NotInEnumeration =>
                $"one of {string.Join(", ", schema.Enumeration.Select(value => $"'{value}'"))} is expected",
            ValidationErrorKind.PatternMismatch => $"it does not match the pattern {StrictPattern.Original(schema.Pattern ?? "")}",
            ValidationErrorKind.StringTooShort => $"at least {Count(schema.MinLength, "character")} expected",
            ValidationErrorKind.StringTooLong => $"at most {Count(schema.MaxLength, "character")} allowed",
            ValidationErrorKind.NumberTooSmall => $"it is below {Number(schema.Minimum ?? schema.ExclusiveMinimum)}",
            ValidationErrorKind.NumberTooBig => $"it is above {Number(schema.Maximum ?? schema.ExclusiveMaximum)}",
            ValidationErrorKind.NumberNotMultipleOf or ValidationErrorKind.IntegerNotMultipleOf =>
                $"it is not a multiple of {Number(schema.MultipleOf)}",
            ValidationErrorKind.TooFewItems => $"at least {Count(schema.MinItems, "item")} expected",
            ValidationErrorKind.TooManyItems => $"at most {Count(schema.MaxItems, "item")} allowed",
            ValidationErrorKind.TooFewProperties => $"at least {Count(schema.MinProperties, "member")} expected",
            ValidationErrorKind.TooManyProperties => $"at most {Count(schema.MaxProperties, "member")} allowed",
            ValidationErrorKind.ItemsNotUnique => "its items are not unique",
            ValidationErrorKind.DateTimeExpected => "a date and time such as 2026-01-31T09:30:00Z is expected",
            ValidationErrorKind.DateExpected => "a date such as 2026-01-31 is expected",
            ValidationErrorKind.NoAdditionalPropertiesAllowed => error.Property is { } name && error.Schema.ActualProperties.Count > 0
                ? $"this member is not known; known are {string.Join(", ", error.Schema.ActualProperties.Keys)}"
                : "this member is not known",
            ValidationErrorKind.NotOneOf or ValidationErrorKind.NotAnyOf => "it fits none, or more than one, of the allowed shapes",
            _ => $"the schema rejects it ({error.Kind})",
        };
    }

    private static string Count(decimal? value, string what) => $"{Number(value)} {what}{(value == 1 ? " is" : "s are")}";

    private static string Number(decimal? value) =>
        value?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "the limit";
}
