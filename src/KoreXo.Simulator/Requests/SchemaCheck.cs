using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace KoreXo.Simulator.Requests;

/// <summary>Validates a value against its schema, and describes each error with its JSON pointer.</summary>
internal static class SchemaCheck
{
    private static readonly JsonSchemaValidatorSettings Settings = CalendarCheck.Settings;

    /// <summary>
    /// Returns one sentence for each error, starting with its location, such as <c>The body</c>; empty if the value is valid.
    /// </summary>
    public static List<string> Faults(JsonSchema schema, JToken value, string place) =>
        Describe(place, Find(schema, value, static property => property.IsWriteOnly));

    /// <summary>
    /// Returns the errors of a value that a caller sends, who cannot know the members that only the server writes, required or not.
    /// </summary>
    public static List<string> RequestFaults(JsonSchema schema, JToken value, string place) =>
        Describe(place, Find(schema, value, static property => property.IsReadOnly));

    private static List<string> Describe(string place, IEnumerable<(string Pointer, string Text)> faults) =>
        [.. faults.Select(fault => $"{place} is not valid{(fault.Pointer.Length > 0 ? $" at {fault.Pointer}" : "")}: {fault.Text}.")];

    /// <summary>Returns the JSON pointer and the description of each error.</summary>
    public static IEnumerable<(string Pointer, string Text)> Find(
        JsonSchema schema,
        JToken value,
        Func<JsonSchemaProperty, bool>? isExempt = null
    )
    {
        foreach (var error in Leaves(value, schema.Validate(value, SchemaType.OpenApi3, Settings)))
        {
            var pointer = ValuePointer.FromPath(value, error.Path ?? "");
            if (
                error is { Kind: ValidationErrorKind.PropertyRequired, Property: { } name }
                && SchemaMembers.All(error.Schema).GetValueOrDefault(name) is { } property
                && isExempt?.Invoke(property) == true
            )
            {
                continue;
            }

            if (error.Kind == ValidationErrorKind.PropertyRequired && !ValuePointer.HasObjectAbove(value, pointer))
            {
                continue; // The value is not an object, which is reported separately.
            }

            yield return (pointer, FaultText.Describe(error));
        }
    }

    private static IEnumerable<ValidationError> Leaves(JToken root, IEnumerable<ValidationError> errors) =>
        errors.SelectMany(error =>
            error switch
            {
                ChildSchemaValidationError { Kind: ValidationErrorKind.NotOneOf or ValidationErrorKind.NotAnyOf } choice => Branch(
                    root,
                    choice
                ),
                ChildSchemaValidationError { Errors.Count: > 0 } nested => Leaves(
                    root,
                    nested.Errors.Values.SelectMany(children => children)
                ),
                _ => [error],
            }
        );

    /// <summary>
    /// Returns the errors of the shape that was probably meant: the one named by the discriminator, or else the closest. Empty if the named
    /// one matches, even if others match as well. For example, a <c>{"type":"cat"}</c> without its name is reported as a cat without a
    /// name, not as a value that matches none of ten shapes.
    /// </summary>
    private static IEnumerable<ValidationError> Branch(JToken root, ChildSchemaValidationError choice)
    {
        if (Named(root, choice) is { } named)
        {
            return Leaves(root, choice.Errors.Where(shape => shape.Key.ActualSchema == named).SelectMany(shape => shape.Value));
        }

        // Without a discriminator the shape with the fewest errors is the one that was meant, most likely. Wrong values of an enum weigh
        // more than all others: such a member usually says which shape it is, although nobody declared it as a discriminator. A shape of
        // another kind, such as an object where a list was sent, was not meant, although that is only one error. Of two shapes with as many
        // errors, the one whose members are there was meant.
        var pointer = ValuePointer.FromPath(root, choice.Path ?? "");
        var nearest = choice
            .Errors.Values.Select(errors => Leaves(root, errors).ToList())
            .Where(errors => errors.Count > 0)
            .OrderBy(errors => errors.Exists(error => IsOfKind(error.Kind) && ValuePointer.FromPath(root, error.Path ?? "") == pointer))
            .ThenBy(errors => errors.Count(error => error.Kind == ValidationErrorKind.NotInEnumeration))
            .ThenBy(errors => errors.Count)
            .ThenBy(errors => errors.Count(error => error.Kind == ValidationErrorKind.PropertyRequired))
            .FirstOrDefault();
        return nearest ?? [choice];
    }

    private static bool IsOfKind(ValidationErrorKind kind) =>
        kind
            is ValidationErrorKind.StringExpected
                or ValidationErrorKind.NumberExpected
                or ValidationErrorKind.IntegerExpected
                or ValidationErrorKind.BooleanExpected
                or ValidationErrorKind.ObjectExpected
                or ValidationErrorKind.ArrayExpected
                or ValidationErrorKind.NullExpected
                or ValidationErrorKind.NoTypeValidates;

    private static JsonSchema? Named(JToken root, ValidationError choice)
    {
        var value = ValuePointer.Find(root, ValuePointer.FromPath(root, choice.Path ?? "")) as JObject;
        var discriminator = choice.Schema.ActualSchema.DiscriminatorObject;
        return
            value is not null
            && discriminator?.PropertyName is { } property
            && value[property] is JValue { Type: JTokenType.String, Value: string name }
            && discriminator.Mapping.TryGetValue(name, out var schema)
            ? schema.ActualSchema
            : null;
    }
}
