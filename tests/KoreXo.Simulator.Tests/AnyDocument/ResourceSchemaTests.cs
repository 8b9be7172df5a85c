using KoreXo.Simulator.Behaviors.Documented;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Which member of a resource is the id in its path, and where the resource is in a body.</summary>
public sealed class ResourceSchemaTests
{
    [Theory]
    [InlineData("id:string", "id", "customers", "id")]
    [InlineData("id:string customerId:string", "customerId", "customers", "customerId")]
    [InlineData("customer_id:string id:string", "customerId", "customers", "customer_id")]
    [InlineData("id:string", "customerId", "customers", "id")]
    [InlineData("id:string name:string", "customerName", "customers", "name")]
    [InlineData("customerId:string", "id", "customers", "customerId")]
    [InlineData("CUSTOMER-ID:string", "id", "customers", "CUSTOMER-ID")]
    [InlineData("uuid:string", "customer", "customers", "uuid")]
    [InlineData("sid:string", "CallSid", "Calls", "sid")]
    [InlineData("number:integer", "issue_number", "issues", "number")]
    [InlineData("slug:string id:integer", "team_slug", "teams", "slug")]
    [InlineData("id:number", "id", "customers", "id")]
    [InlineData("text:string", "id", "notes", null)]
    [InlineData("id:object", "id", "customers", null)]
    [InlineData("id:array", "id", "customers", null)]
    [InlineData("id:boolean", "id", "customers", null)]
    [InlineData("name:string", "id", "customers", null)]
    [InlineData("", "id", "customers", null)]
    public void The_member_that_says_most_about_the_parameter_is_the_id(string members, string parameter, string collection, string? id) =>
        Assert.Equal(id, ResourceSchema.IdMember(Schema(members), parameter, collection));

    [Fact]
    public void A_choice_of_a_string_and_a_number_may_be_an_id()
    {
        var schema = Read("""{"type":"object","properties":{"id":{"oneOf":[{"type":"integer"},{"type":"string"}]}}}""");

        Assert.Equal("id", ResourceSchema.IdMember(schema, "id", "things"));
    }

    [Theory]
    [InlineData("customer_id", "customerid")]
    [InlineData("CustomerId", "customerid")]
    [InlineData("customer-id", "customerid")]
    [InlineData("customer.id", "customer.id")]
    [InlineData("_", "")]
    public void Case_and_separators_do_not_count(string name, string plain) => Assert.Equal(plain, ResourceSchema.Plain(name));

    [Theory]
    [InlineData("""{"type":"object","properties":{"note":{"type":"object","properties":{"id":{"type":"string"}}}}}""", "note")]
    [InlineData("""{"properties":{"note":{"allOf":[{"type":"object","properties":{"id":{"type":"string"}}}]}}}""", "note")]
    [InlineData("""{"allOf":[{"properties":{"note":{"type":"object","properties":{"id":{"type":"string"}}}}}]}""", "note")]
    [InlineData("""{"type":"object","properties":{"note":{"type":"object"}}}""", null)]
    [InlineData("""{"type":"object","properties":{"note":{"type":"string"}}}""", null)]
    [InlineData("""{"type":"object","properties":{"note":{"type":"array","items":{"type":"object"}}}}""", null)]
    [InlineData("""{"type":"object","properties":{"a":{"properties":{"id":{}}},"b":{"properties":{"id":{}}}}}""", null)]
    [InlineData("""{"type":"object"}""", null)]
    public void The_only_member_is_an_envelope_if_it_is_an_object(string schema, string? member) =>
        Assert.Equal(member, ResourceSchema.Unwrap(Read(schema)).Member);

    [Theory]
    [InlineData("""{"type":"object"}""", true)]
    [InlineData("""{"properties":{"a":{}}}""", true)]
    [InlineData("""{"oneOf":[{"properties":{"a":{}}},{"type":"string"}]}""", true)]
    [InlineData("""{"type":"array","items":{"type":"object"}}""", false)]
    [InlineData("""{"type":"string"}""", false)]
    [InlineData("{}", false)]
    public void An_object_is_what_has_members(string schema, bool isObject) =>
        Assert.Equal(isObject, ResourceSchema.IsObject(Read(schema)));

    private static JsonSchema Schema(string members)
    {
        var properties = members
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(member => member.Split(':'))
            .Select(pair => $"\"{pair[0]}\":{{\"type\":\"{pair[1]}\"}}");
        return Read("""{"type":"object","properties":{""" + string.Join(',', properties) + "}}");
    }

    private static JsonSchema Read(string json) => JsonSchema.FromJsonAsync(json).GetAwaiter().GetResult();
}
