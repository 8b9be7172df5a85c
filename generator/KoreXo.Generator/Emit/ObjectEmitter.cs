using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;

namespace KoreXo.Generator.Emit;

/// <summary>
/// Emits a class with members. The field of each member records whether it was present: an absent member reads as empty, and is not written
/// back.
/// </summary>
internal static class ObjectEmitter
{
    private const string Rest = "global::System.Collections.Generic.IReadOnlyDictionary<string, {0}>";

    public static void Emit(SourceWriter writer, ObjectModel model, EmitContext context)
    {
        writer.Summary(model.Description, $"The object {model.Name} of the document.");
        writer.Line(SourceFile.GeneratedCode);
        writer.Obsolete(model.IsDeprecated);
        if (!model.IsForm)
        {
            writer.Line(JsonEmitter.Converter(model));
        }

        using (writer.Block($"{context.Document.Accessibility} sealed partial class {model.Name}"))
        {
            EmitConstructors(writer, model);
            foreach (var property in model.Properties)
            {
                EmitProperty(writer, property, model, context);
            }

            if (!model.IsForm)
            {
                EmitRest(writer, model);
                writer.Gap();
                JsonEmitter.EmitToString(writer, model);
            }
        }
    }

    /// <summary>Returns the name of the backing field of a member.</summary>
    public static string Field(PropertyModel property) => CSharpName.Field(property.Name);

    /// <summary>Returns a name for the member's value in the codec.</summary>
    public static string Local(PropertyModel property)
    {
        var name = Field(property).Substring(1);
        return name is "writer" or "value" or "rest" ? name + "Member" : CSharpName.EscapeKeyword(name);
    }

    /// <summary>Returns the name of the field that records an explicit null; null if the member needs none.</summary>
    public static string? NullField(PropertyModel property, ObjectModel model) =>
        property.IsNullable && !model.IsForm && !IsAny(property) ? NullField(property) : null;

    /// <summary>Returns whether a member reads as null if it is absent.</summary>
    public static bool IsOptional(PropertyModel property) =>
        !property.Type.IsCollection && (property.IsNullable || !property.IsRequired) && !(IsAny(property) && property.IsRequired);

    public static bool IsAny(PropertyModel property) => property.Type is TypeRef.Scalar { Kind: ScalarKind.Any };

    /// <summary>Returns the expression that creates an instance with no member set.</summary>
    public static string Empty(ObjectModel model, EmitContext context) =>
        $"new {model.Name}({(HasMembersToSet(model) ? TypeText.Qualified(model.Name, context) + ".Codec.Instance" : "")})";

    /// <summary>Returns whether the compiler requires the member to be set.</summary>
    public static bool MustBeSet(PropertyModel property, ObjectModel model) =>
        model.IsSent && property is { IsRequired: true, Constant: null, IsGivenByServer: false };

    private static string NullField(PropertyModel property) =>
        Field(property) + CSharpName.NullFieldSuffix + (property.IsNullFieldTaken ? "_" : "");

    private static bool HasMembersToSet(ObjectModel model) => !model.IsForm && model.Properties.Any(property => MustBeSet(property, model));

    private static void EmitConstructors(SourceWriter writer, ObjectModel model)
    {
        writer.Summary(
            model.Properties.Any(property => MustBeSet(property, model))
                ? "Initializes a new instance; set the required members in its object initializer."
                : "Initializes a new instance with no members set.",
            ""
        );
        writer.Line(
            $$"""
            public {{model.Name}}()
            {
            }
            """
        );
        writer.Gap();

        // The codec creates the object before it has read any member, and a response may lack a required one. The attribute lifts the
        // compiler's rule for this constructor alone; its parameter is there only to tell it from the public one.
        if (HasMembersToSet(model))
        {
            writer.Line(
                $$"""
                [global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
                internal {{model.Name}}(Codec codec)
                {
                    _ = codec;
                }
                """
            );
            writer.Gap();
        }
    }

    // Behind each property is a nullable field, which is null while the member is absent. The getter turns that into what a caller can
    // use without a check: "" or an empty list for a member that the document promises, null for an optional one. The codec sees the
    // field, so it writes back exactly what was set or received. Where JSON null and absence differ, a second field, _nameIsNull,
    // remembers that null was meant.
    private static void EmitProperty(SourceWriter writer, PropertyModel property, ObjectModel model, EmitContext context)
    {
        var type = TypeText.Of(property.Type);
        var field = Field(property);
        var nullField = NullField(property, model);
        writer.Line($"private {type}? {field};");
        if (nullField is not null)
        {
            writer.Line($"private bool {nullField};");
        }

        writer.Gap();
        writer.Summary(property.Description, $"The member '{property.WireName}'.");
        var mustBeSet = MustBeSet(property, model);
        if (IsExplicit(property, model))
        {
            writer.Tag("value", "Unset by default, which leaves the member unchanged; null clears it.");
        }

        // What is received is kept, even if it is another value; there is nothing to set.
        if (property.Constant is { } constant && !model.IsForm)
        {
            writer.Tag("value", $"'{constant}'; it is filled in.");
            writer.Obsolete(property.IsDeprecated);
            writer.Line($"public {type} {property.Name} => {field} ?? {Default(property, context)};");
            writer.Gap();
            return;
        }

        // Nobody can heed a warning about a member that must be set.
        writer.Obsolete(property.IsDeprecated && !mustBeSet);
        if (IsExplicit(property, model))
        {
            EmitExplicit(writer, property, type, field, nullField!);
            return;
        }

        var isOptional = IsOptional(property);
        var value = isOptional ? field : $"{field} ?? {Default(property, context)}";

        // A member that must be set may be set to null, which then is sent; where it is only read, it may be absent.
        var keepsNull = nullField is not null && (mustBeSet || (model.NullMembers == NullMembers.WhenAssigned && !property.IsReadOnly));
        if (keepsNull && !mustBeSet && property.Type.IsCollection)
        {
            writer.Line("[global::System.Diagnostics.CodeAnalysis.AllowNull]");
        }

        var init = keepsNull ? $"init {{ {field} = value; {nullField} = value is null; }}" : $"init => {field} = value;";
        writer.Line($"public {(mustBeSet ? "required " : "")}{type}{(isOptional ? "?" : "")} {property.Name} {{ get => {value}; {init} }}");
        writer.Gap();
    }

    /// <summary>Returns whether a member of an update distinguishes being left unchanged, set, and cleared by null.</summary>
    private static bool IsExplicit(PropertyModel property, ObjectModel model) =>
        model.NullMembers == NullMembers.Explicit
        && NullField(property, model) is not null
        && !property.IsReadOnly
        && !MustBeSet(property, model);

    private static void EmitExplicit(SourceWriter writer, PropertyModel property, string type, string field, string nullField)
    {
        writer.Line(
            $"public global::KoreXo.Optional<{type}?> {property.Name} {{ get => {field} is not null || {nullField} ? new({field}) : default; init {{ {field} = value.Value; {nullField} = value is {{ IsSet: true, Value: null }}; }} }}"
        );
        writer.Gap();
    }

    private static string Default(PropertyModel property, EmitContext context) =>
        property.Type switch
        {
            TypeRef.List => "[]",
            TypeRef.Map map => $"global::System.Collections.ObjectModel.ReadOnlyDictionary<string, {TypeText.Of(map.Value)}>.Empty",
            _ when property.Constant is { } constant => Literal.Constant(constant, property.Type),
            TypeRef.Named { Kind: NamedKind.Union } union => $"new {TypeText.Qualified(union.Name, context)}.Unknown(default)",
            TypeRef.Named { Kind: NamedKind.Object } named => Empty(context.Object(named.Name), context),
            TypeRef.Scalar { Kind: ScalarKind.String } => "\"\"",
            TypeRef.Scalar { Kind: ScalarKind.Bytes or ScalarKind.Base64Url } => "[]",
            TypeRef.Scalar { Kind: ScalarKind.Uri } => "new global::System.Uri(\"\", global::System.UriKind.RelativeOrAbsolute)",
            TypeRef.Scalar { Kind: ScalarKind.File or ScalarKind.FileOrText } =>
                "throw new global::System.InvalidOperationException(\"The file is not set.\")",
            _ => "default",
        };

    private static void EmitRest(SourceWriter writer, ObjectModel model)
    {
        if (model.AdditionalProperties is { } rest)
        {
            EmitMap(writer, "AdditionalProperties", TypeText.Of(rest), "The members other than the named ones, by name; never null.");
            writer.Gap();
        }

        var what = model.AdditionalProperties is null ? "The members that the document does not name, and optional ones" : "The members";
        EmitMap(
            writer,
            "ExtensionData",
            "global::System.Text.Json.JsonElement",
            what
                + " whose value is not of the documented type. They are kept when the object is read, and written back unless a member of the same name is set; never null."
        );
    }

    private static void EmitMap(SourceWriter writer, string name, string type, string summary)
    {
        var (field, map) = (CSharpName.Field(name), string.Format(System.Globalization.CultureInfo.InvariantCulture, Rest, type));
        writer.Line($"private {map}? {field};");
        writer.Gap();
        writer.Tag("summary", summary);
        writer.Line(
            $"public {map} {name} {{ get => {field} ?? global::System.Collections.ObjectModel.ReadOnlyDictionary<string, {type}>.Empty; init => {field} = value; }}"
        );
    }
}
