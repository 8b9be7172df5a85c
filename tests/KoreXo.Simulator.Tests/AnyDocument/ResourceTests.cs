using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>What a document implies about the resources of a service.</summary>
public sealed class ResourceTests() : DocumentTest(Crm.Document)
{
    [Fact]
    public async Task A_created_resource_has_what_was_sent_and_what_only_the_service_writes()
    {
        var reply = await SendAsync("POST", "/customers", """{"name":"Ada","password":"secret"}""");

        var customer = reply.Success(201);
        Assert.Equal("Ada", customer["name"]!.GetValue<string>());
        Assert.False(customer["vip"]!.GetValue<bool>());
        Assert.Null(customer["city"]);
        Assert.Null(customer["password"]);
        Assert.Equal(Clock.GetUtcNow(), customer["createdAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal(new Uri(Service.Endpoint, $"/customers/{customer["id"]}"), reply.Response.Headers.Location);
        Assert.True(JsonNode.DeepEquals(customer, (await SendAsync("GET", $"/customers/{customer["id"]}")).Success()));
    }

    [Fact]
    public async Task Replacing_drops_what_is_not_sent_and_changing_keeps_it()
    {
        var id = await CreateAsync("Ada", "London");

        var changed = (await SendAsync("PATCH", $"/customers/{id}", """{"name":"Ada L."}""")).Success();
        var replaced = (await SendAsync("PUT", $"/customers/{id}", """{"name":"Grace"}""")).Success();

        Assert.Equal(("Ada L.", "London"), (changed["name"]!.GetValue<string>(), changed["city"]!.GetValue<string>()));
        Assert.Equal(("Grace", null), (replaced["name"]!.GetValue<string>(), replaced["city"]));
        Assert.Equal(changed["createdAt"]!.ToJsonString(), replaced["createdAt"]!.ToJsonString());
        Assert.Equal(id, replaced["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Null_removes_an_optional_member()
    {
        var id = await CreateAsync("Ada", "London");

        Assert.Null((await SendAsync("PATCH", $"/customers/{id}", """{"city":null}""")).Success()["city"]);
    }

    [Fact]
    public async Task Nothing_is_found_after_it_is_deleted_nor_what_belongs_to_it()
    {
        var id = await CreateAsync("Ada");
        var order = (await SendAsync("POST", $"/customers/{id}/orders", """{"lines":[{"sku":"a"}]}""")).Success();

        Assert.Equal(204, (await SendAsync("DELETE", $"/customers/{id}")).Status);
        Assert.Equal(404, (await SendAsync("GET", $"/customers/{id}")).Status);
        Assert.Equal(404, (await SendAsync("GET", $"/customers/{id}/orders")).Status);
        Assert.Equal(404, (await SendAsync("GET", $"/customers/{id}/orders/{order["number"]}")).Status);
        Assert.Equal(404, (await SendAsync("GET", $"/customers/{id}/score")).Status);
    }

    [Fact]
    public async Task A_missing_resource_is_named_in_the_documented_form()
    {
        var reply = await SendAsync("GET", "/customers/nobody");

        Assert.Equal((404, "application/json"), (reply.Status, reply.Type));
        Assert.Equal("There is no '/customers/nobody'.", reply.Json["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_order_belongs_to_its_customer()
    {
        var (ada, grace) = (await CreateAsync("Ada"), await CreateAsync("Grace"));
        var order = (await SendAsync("POST", $"/customers/{ada}/orders", """{"lines":[{"sku":"a"}]}""")).Success();

        Assert.Equal(ada, order["customerId"]!.GetValue<string>());
        Assert.True(order["number"]!.GetValue<int>() >= 1000);
        Assert.Single((await SendAsync("GET", $"/customers/{ada}/orders")).Success().AsArray());
        Assert.Empty((await SendAsync("GET", $"/customers/{grace}/orders")).Success().AsArray());
        Assert.Equal(404, (await SendAsync("GET", $"/customers/{grace}/orders/{order["number"]}")).Status);
        Assert.Equal(404, (await SendAsync("POST", "/customers/nobody/orders", """{"lines":[{"sku":"a"}]}""")).Status);
    }

    [Fact]
    public async Task A_put_creates_where_the_document_says_so()
    {
        Assert.Equal(201, (await SendAsync("PUT", "/labels/hot", """{"color":"red"}""")).Status);
        Assert.Equal(200, (await SendAsync("PUT", "/labels/hot", """{"color":"green"}""")).Status);
        Assert.Equal("""{"name":"hot","color":"green"}""", (await SendAsync("GET", "/labels/hot")).Success().ToJsonString());
        Assert.Equal(404, (await SendAsync("PUT", "/customers/nobody", """{"name":"Ada"}""")).Status);
    }

    [Fact]
    public async Task Pages_are_complete_and_say_how_many_there_are()
    {
        foreach (var number in Enumerable.Range(0, 23))
        {
            await CreateAsync($"{number}");
        }

        var names = new List<string>();
        JsonNode page;
        do
        {
            page = (await SendAsync("GET", $"/customers?page={(names.Count / 10) + 1}&size=50")).Success();
            names.AddRange(page["customers"]!.AsArray().Select(item => item!["name"]!.GetValue<string>()));
            Assert.Equal(23, page["total"]!.GetValue<int>());
        } while (page["more"]!.GetValue<bool>());

        Assert.Equal(Enumerable.Range(0, 23).Select(number => $"{number}"), names);
    }

    [Fact]
    public async Task A_cursor_leads_to_the_end()
    {
        foreach (var number in Enumerable.Range(0, 7))
        {
            (await SendAsync("POST", "/notes", $$$"""{"note":{"text":"{{{number}}}"}}""")).Success(201);
        }

        var texts = new List<string>();
        string? after = null;
        do
        {
            var page = (await SendAsync("GET", after is null ? "/notes" : $"/notes?after={after}")).Success();
            texts.AddRange(page["data"]!.AsArray().Select(note => note!["text"]!.GetValue<string>()));
            after = page["next"]?.GetValue<string>();
        } while (after is not null);

        Assert.Equal(["0", "1", "2", "3", "4", "5", "6"], texts);
    }

    [Fact]
    public async Task A_resource_in_an_envelope_comes_back_in_it()
    {
        var created = (await SendAsync("POST", "/notes", """{"note":{"text":"hello"}}""")).Success(201);

        Assert.True(Guid.TryParse(created["note"]!["id"]!.GetValue<string>(), out var id));
        Assert.True(JsonNode.DeepEquals(created, (await SendAsync("GET", $"/notes/{id}")).Success()));
    }

    [Fact]
    public void What_is_kept_and_what_is_not_is_told_with_the_reason()
    {
        var told = Service.Operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal);

        Assert.Equal((SimulatedEffect.Create, "/customers"), (told["createCustomer"].Effect, told["createCustomer"].Resource));
        Assert.Equal(SimulatedEffect.Get, told["getOrder"].Effect);
        Assert.Equal("lists all: city is validated, but selects nothing", told["listCustomers"].Remark);
        Assert.Equal((SimulatedEffect.None, "nothing creates what is at /stats/{day}"), (told["getStats"].Effect, told["getStats"].Remark));
        Assert.Equal((false, null), (told["getScore"].IsStateful, told["getScore"].Remark));
    }

    private async Task<string> CreateAsync(string name, string? city = null)
    {
        var body = new JsonObject { ["name"] = name };
        if (city is not null)
        {
            body["city"] = city;
        }

        return (await SendAsync("POST", "/customers", body.ToJsonString())).Success(201)["id"]!.GetValue<string>();
    }
}
