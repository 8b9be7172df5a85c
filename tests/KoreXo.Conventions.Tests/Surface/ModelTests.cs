using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;

namespace KoreXo.Conventions.Surface;

/// <summary>Models outlive the platform they were made from: what it adds later must neither throw nor be lost.</summary>
public sealed partial class ModelTests
{
    /// <summary>What is called an id and is none, with what it is.</summary>
    private static readonly Dictionary<string, string> NoIds = new(StringComparer.Ordinal)
    {
        ["KoreXo.NlpTraining.Faq.SortId"] = "a time in milliseconds",
    };

    private static IEnumerable<PropertyInfo> Properties => Shipped.Models.SelectMany(static type => type.GetProperties());

    private static IEnumerable<PropertyInfo> Collections => Properties.Where(static property => IsCollection(property.PropertyType));

    [Fact]
    public void No_model_is_an_enum() =>
        Rule.Holds(
            "A C# enum cannot hold a value that it does not know:",
            Shipped.Emitted,
            static type => !type.IsEnum && !Mentions(type),
            static type => type.FullName!
        );

    [Fact]
    public void Lists_and_maps_of_a_fresh_model_are_empty() =>
        Rule.Holds(
            "A list or map is never null:",
            Collections,
            static property =>
                property.GetValue(Activator.CreateInstance(property.DeclaringType!)) is IEnumerable items
                && !items.GetEnumerator().MoveNext(),
            Shipped.Name
        );

    [Fact]
    public void Lists_and_maps_are_not_annotated_as_nullable()
    {
        var nullability = new NullabilityInfoContext();
        Rule.Holds(
            "A list or map is never null, and says so:",
            Collections,
            property => nullability.Create(property).ReadState == NullabilityState.NotNull,
            Shipped.Name
        );
    }

    [Fact]
    public void What_the_document_does_not_name_is_kept() =>
        Rule.Holds(
            "A model has ExtensionData or AdditionalProperties:",
            Shipped.JsonModels,
            static type => type.GetProperty("ExtensionData") is not null || type.GetProperty("AdditionalProperties") is not null,
            static type => type.FullName!
        );

    [Fact]
    public void Ids_are_texts()
    {
        var properties = Properties
            .Where(static property => IdName().IsMatch(property.Name))
            .Select(static property => (Name: Shipped.Name(property), Type: property.PropertyType));
        var parameters = Shipped
            .Operations.SelectMany(static method => method.GetParameters())
            .Where(static parameter => IdName().IsMatch(parameter.Name!))
            .Select(static parameter => (Name: Shipped.Name(parameter.Member) + "." + parameter.Name, Type: parameter.ParameterType));
        Rule.Holds(
            "An id outgrows any number:",
            properties.Concat(parameters).Where(static id => !NoIds.ContainsKey(id.Name)),
            static id => !IsNumber(id.Type),
            static id => id.Name
        );
    }

    [Fact]
    public void Integers_are_wide_unless_the_document_bounds_them() =>
        Rule.Holds(
            "No model has a member narrower than int:",
            Properties,
            static property =>
                (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var type
                && type != typeof(short)
                && type != typeof(byte)
                && type != typeof(float),
            Shipped.Name
        );

    [Fact]
    public void Models_are_sealed_and_are_not_changed_once_made() =>
        Rule.Holds(
            "A model is sealed, and its members are set only in an initializer:",
            Shipped.Models,
            static type =>
                type.IsSealed && Array.TrueForAll(type.GetProperties(), static property => property.SetMethod is null || IsInit(property)),
            static type => type.FullName!
        );

    [Fact]
    public void Names_say_what_a_type_is() =>
        Rule.Holds(
            "No type has a number for a name:",
            Shipped.Emitted,
            static type => !NumberedName().IsMatch(type.Name) && !type.Name.Contains("Anonymous", StringComparison.Ordinal),
            static type => type.FullName!
        );

    private static bool IsCollection(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));

    private static bool IsNumber(Type type) =>
        Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) is >= TypeCode.SByte and <= TypeCode.Decimal && !type.IsEnum;

    private static bool IsInit(PropertyInfo property) =>
        property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static bool Mentions(Type type) =>
        !type.IsEnum
        && type.GetProperties()
            .Any(static property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is { IsEnum: true });

    [GeneratedRegex("(^id|Ids?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdName();

    [GeneratedRegex("(?<!V)[0-9]+$|(Response|Request|Result|Model|Item|Option|Case)[0-9]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberedName();
}
