namespace KoreXo.Generator.Tests.Emit;

/// <summary>Asks emitted code for the types of its members.</summary>
internal static class MemberTypes
{
    /// <summary>
    /// The type of a property, such as <c>Int64?</c> or <c>IReadOnlyList&lt;String&gt;</c>; references show whether they may be null.
    /// </summary>
    public static Task<string> OfAsync(string document, string type, string member) =>
        Sample.RunAsync(
            document,
            $$"""
            static string Text(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? inner.Name + "?"
                : type.IsGenericType ? type.Name.Split('`')[0] + "<" + string.Join(", ", type.GetGenericArguments().Select(Text)) + ">" : type.Name;
            var property = typeof({{type}}).GetProperty("{{member}}")!;
            var isNullable = !property.PropertyType.IsValueType
                && new System.Reflection.NullabilityInfoContext().Create(property).ReadState == System.Reflection.NullabilityState.Nullable;
            return Text(property.PropertyType) + (isNullable ? "?" : "");
            """
        );
}
