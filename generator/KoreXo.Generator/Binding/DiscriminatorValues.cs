using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Assigns discriminator values to the cases of unions. A schema that has one and the same value wherever it is a case gets it as a
/// constant. If it has several, different ones in different unions, or no member for it, the union sets the value when it is written.
/// </summary>
internal sealed class DiscriminatorValues
{
    private readonly Dictionary<string, TypeModel> _types;
    private readonly Dictionary<(string Type, string Member), List<EquatableArray<string>>> _values = [];
    private readonly Dictionary<string, (EquatableArray<string> All, EquatableArray<string> Required)> _members = new(
        StringComparer.Ordinal
    );

    private DiscriminatorValues(Dictionary<string, TypeModel> types) => _types = types;

    public static void Assign(Dictionary<string, TypeModel> types)
    {
        var assignment = new DiscriminatorValues(types);
        var unions = types.Values.OfType<UnionModel>().OrderBy(static union => union.Name, StringComparer.Ordinal).ToList();
        foreach (var union in unions)
        {
            assignment.Collect(union);
        }

        foreach (var ((type, member), values) in assignment._values.Select(static pair => (pair.Key, pair.Value)))
        {
            assignment.SetConstant(type, member, values);
        }

        foreach (var union in unions)
        {
            types[union.Name] = union with { Cases = union.Cases.Select(item => assignment.Complete(item, union.Discriminator)).ToArray() };
        }
    }

    private void Collect(UnionModel union)
    {
        foreach (var item in union.Cases)
        {
            if (union.Discriminator is { } member && item.Values.Count > 0 && ObjectOf(item) is { } model)
            {
                if (!_values.TryGetValue((model.Name, member), out var values))
                {
                    _values.Add((model.Name, member), values = []);
                }

                values.Add(item.Values);
            }
        }
    }

    // Cat is a case of Pet by "kind: cat". If it is one of Animal too, by the same value, the value is a property of Cat: a constant,
    // which is right also where a Cat is sent outside of any union. If Animal calls it "feline", no constant can be right for both. Then
    // each union has its own value and writes a copy of the object with it, while the caller's object stays as it is (a tag). And if Cat
    // has no member 'kind' at all, it gets one, since the union could not be read back without it.
    private void SetConstant(string type, string member, List<EquatableArray<string>> values)
    {
        var model = (ObjectModel)_types[type];
        if (model.Properties.FirstOrDefault(property => property.WireName == member) is not { } property)
        {
            _types[type] = model with
            {
                Properties = model.Properties.Append(Missing(model, member)).ToArray(),
                Tags = Tags(model, member),
            };
        }
        else if (values.TrueForAll(static value => value.Count == 1) && values.TrueForAll(value => value[0] == values[0][0]))
        {
            if (CanHaveConstant(property, values[0][0]))
            {
                Replace(model, property, property with { Constant = values[0][0], IsRequired = true });
            }
            else if (property.Constant != values[0][0])
            {
                Tag();
            }
        }
        else
        {
            Tag();
        }

        void Tag()
        {
            if (CanHaveTag(property, values))
            {
                Replace(model with { Tags = Tags(model, member) }, property, property with { IsGivenByServer = true });
            }
        }
    }

    private void Replace(ObjectModel model, PropertyModel property, PropertyModel by) =>
        _types[model.Name] = model with { Properties = model.Properties.Select(other => other == property ? by : other).ToArray() };

    private UnionCase Complete(UnionCase item, string? discriminator)
    {
        if (ObjectOf(item) is not { } model)
        {
            return item;
        }

        return item with
        {
            Tag =
                discriminator is not null && item.Values.Count > 0 && model.Tags.Contains(discriminator, StringComparer.Ordinal)
                    ? new UnionTag(model.Properties.First(property => property.WireName == discriminator), item.Values)
                    : null,
            Members = Members(model).All,
            RequiredMembers = Members(model).Required,
        };
    }

    // One object may be a case of thousands of unions.
    private (EquatableArray<string> All, EquatableArray<string> Required) Members(ObjectModel model)
    {
        if (!_members.TryGetValue(model.Name, out var members))
        {
            members = (
                model.Properties.Select(static property => property.WireName).ToArray(),
                model.Properties.Where(static property => property.IsRequired).Select(static property => property.WireName).ToArray()
            );
            _members.Add(model.Name, members);
        }

        return members;
    }

    private ObjectModel? ObjectOf(UnionCase item) =>
        item.Type is TypeRef.Named { Kind: NamedKind.Object } named ? (ObjectModel)_types[named.Name] : null;

    private static EquatableArray<string> Tags(ObjectModel model, string member) => model.Tags.Append(member).ToArray();

    /// <summary>Creates the discriminator member that a case needs and its schema lacks.</summary>
    private static PropertyModel Missing(ObjectModel model, string member) =>
        new()
        {
            WireName = member,
            CodeName = member,
            Name = ObjectReader.NamesOf(model).Take(CSharpName.Pascal(member), "Value"),
            Type = new TypeRef.Scalar(ScalarKind.String),
            IsRequired = false,
            IsNullable = false,
            IsGivenByServer = true,
            IsReadOnly = false,
            IsSensitive = false,
            IsDeprecated = false,
            Constant = null,
            Description = "The discriminator of the unions in which the object is a case; they set it.",
        };

    private static bool CanHaveConstant(PropertyModel property, string value) =>
        property is { IsNullable: false, Constant: null }
        && (
            property.Type is TypeRef.Scalar { Kind: ScalarKind.String } or TypeRef.Named { Kind: NamedKind.ValueSet }
            || SingleValue.IsLiteral(value, property.Type)
        );

    /// <summary>
    /// Returns whether the union can set the member. If the schema itself lists several values, only the caller can choose one.
    /// </summary>
    private static bool CanHaveTag(PropertyModel property, List<EquatableArray<string>> values) =>
        property.Type is TypeRef.Scalar { Kind: ScalarKind.String }
        || (property.Type is TypeRef.Named { Kind: NamedKind.ValueSet } && values.TrueForAll(static value => value.Count == 1))
        || values.TrueForAll(value => value.All(text => SingleValue.IsLiteral(text, property.Type)));
}
