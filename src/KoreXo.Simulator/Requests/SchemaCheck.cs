using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace KoreXo.Simulator.Requests;

/// <summary>Holds a value against its schema and says in words what is wrong, each time with the JSON pointer.</summary>
internal static class SchemaCheck
{
    /// <summary>
    /// One sentence for each fault, beginning with the place that is meant: <c>The body</c>. None when the value is valid.
    /// </summary>
    public static List<string> Faults(JsonSchema schema, JToken value, string place) =>
        [
            .. Find(schema, value)
                .Select(fault => $"{place} is not valid{(fault.Pointer.Length > 0 ? $" at {fault.Pointer}" : "")}: {fault.Text}."),
        ];

    /// <summary>The JSON pointer of each error, and what is wrong there.</summary>
    public static IEnumerable<(string Pointer, string Text)> Find(JsonSchema schema, JToken value)
    {
        foreach (var error in Leaves(value, schema.Validate(value, SchemaType.OpenApi3)))
        {
            var pointer = ValuePointer.FromPath(value, error.Path ?? "");
            if (error.Kind == ValidationErrorKind.PropertyRequired && !ValuePointer.HasObjectAbove(value, pointer))
            {
                continue; // What stands there is no object, which is a fault of its own.
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
    /// Of several shapes, the faults of the one that was meant: the one that the discriminator names, else the nearest.
    /// None when the named one fits, even if others fit as well.
    /// </summary>
    private static IEnumerable<ValidationError> Branch(JToken root, ChildSchemaValidationError choice)
    {
        if (Named(root, choice) is { } named)
        {
            return Leaves(root, choice.Errors.Where(shape => shape.Key.ActualSchema == named).SelectMany(shape => shape.Value));
        }

        var nearest = choice
            .Errors.Values.Select(errors => Leaves(root, errors).ToList())
            .Where(errors => errors.Count > 0)
            .OrderBy(errors => errors.Count(error => error.Kind == ValidationErrorKind.NotInEnumeration))
            .ThenBy(errors => errors.Count)
            .FirstOrDefault();
        return nearest ?? [choice];
    }

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
