using System.Text.Json;
using Xunit;
using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Portal.Tests.Content;

/// <summary>A table per field: settings, JSON, and a word of the message in each language; no words mean that the value is right.</summary>
public sealed class FieldRuleTests
{
    [Theory]
    [InlineData("TextField", "{}", """{"Text":"a"}""")]
    [InlineData("TextField", "{}", "null")]
    [InlineData("TextField", """{"TextFieldSettings":{"Required":true}}""", """{"Text":"  "}""", "fehlt", "is missing")]
    [InlineData("TextField", """{"TextFieldSettings":{"Required":true}}""", "null", "fehlt", "is missing")]
    [InlineData("TextField", "{}", """{"Text":5}""", "muss ein Text sein", "must be a text")]
    [InlineData("TextField", "{}", "\"a\"", "muss ein JSON-Objekt sein", "must be a JSON object")]
    [InlineData("TextField", "{}", "[1]", "muss ein JSON-Objekt sein", "must be a JSON object")]
    [InlineData("TextField", """{"TextFieldSettings":{"MaxLength":3}}""", """{"Text":"äöü"}""")]
    [InlineData("TextField", """{"TextFieldSettings":{"MaxLength":3}}""", """{"Text":"👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧"}""")]
    [InlineData("TextField", """{"TextFieldSettings":{"MaxLength":3}}""", """{"Text":"abcd"}""", "4 Zeichen; erlaubt sind 3", "4 characters; 3 are allowed")]
    [InlineData("TextField", """{"TextFieldSettings":{"MinLength":3}}""", """{"Text":"ab"}""", "nötig sind 3", "3 are needed")]
    [InlineData("TextField", """{"PortalTextSettings":{"Pattern":"[0-9]{2}|[0-9]{5}"}}""", """{"Text":"14522"}""")]
    [InlineData("TextField", """{"PortalTextSettings":{"Pattern":"[0-9]{2}|[0-9]{5}"}}""", """{"Text":"x14522"}""", "verlangte Form", "required form")]
    [InlineData("TextField", """{"PortalTextSettings":{"Pattern":"[0-9]{2}"}}""", """{"Text":"12\n"}""", "verlangte Form", "required form")]
    [InlineData("TextField", """{"PortalTextSettings":{"Pattern":"([unclosed"}}""", """{"Text":"x"}""")]
    [InlineData("TextField", """{"PortalTextSettings":{"Pattern":"(a+)+b"}}""", """{"Text":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac"}""")]
    [InlineData("TextField", """{"PortalTextSettings":{"Kind":"Email"}}""", """{"Text":"post@example.org"}""")]
    [InlineData("TextField", """{"PortalTextSettings":{"Kind":"Email"}}""", """{"Text":"post at example"}""", "keine E-Mail-Adresse", "not an e-mail address")]
    [InlineData("TextField", """{"TextFieldPredefinedListEditorSettings":{"Options":[{"name":"Eins","value":"1"}]}}""", """{"Text":"1"}""")]
    [InlineData("TextField", """{"TextFieldPredefinedListEditorSettings":{"Options":[{"name":"Eins","value":"1"}]}}""", """{"Text":"Eins"}""", "steht nicht zur Wahl; möglich sind 1", "not a choice; use one of 1")]
    [InlineData("TextField", """{"TextFieldSettings":"nonsense"}""", """{"Text":"a"}""")]
    [InlineData("TextField", """{"TextFieldSettings":{"Required":"maybe"}}""", """{"Text":""}""")]
    [InlineData("HtmlField", """{"HtmlFieldSettings":{"Required":true}}""", """{"Html":"<p>a</p>"}""")]
    [InlineData("HtmlField", """{"HtmlFieldSettings":{"Required":true}}""", """{"Html":""}""", "fehlt", "is missing")]
    [InlineData("HtmlField", "{}", """{"Html":true}""", "Html muss ein Text sein", "Html must be a text")]
    [InlineData("MarkdownField", """{"MarkdownFieldSettings":{"Required":true}}""", """{"Markdown":"# a"}""")]
    [InlineData("MarkdownField", """{"MarkdownFieldSettings":{"Required":true}}""", "{}", "fehlt", "is missing")]
    [InlineData("MultiTextField", "{}", """{"Values":["a","b"]}""")]
    [InlineData("MultiTextField", """{"MultiTextFieldSettings":{"Required":true}}""", """{"Values":[]}""", "fehlt", "is missing")]
    [InlineData("MultiTextField", "{}", """{"Values":["a",1]}""", "Liste von Texten", "list of texts")]
    [InlineData("MultiTextField", """{"MultiTextFieldSettings":{"Options":[{"Name":"A","Value":"a"}]}}""", """{"Values":["a","c"]}""", "„c“ steht nicht zur Wahl", "\"c\" is not a choice")]
    [InlineData("BooleanField", "{}", """{"Value":false}""")]
    [InlineData("BooleanField", "{}", """{"Value":"True"}""")]
    [InlineData("BooleanField", """{"BooleanFieldSettings":{"Required":true}}""", "null", "fehlt", "is missing")]
    [InlineData("BooleanField", "{}", """{"Value":"ja"}""", "true oder false", "true or false")]
    [InlineData("NumericField", """{"NumericFieldSettings":{"Scale":2}}""", """{"Value":1.50}""")]
    [InlineData("NumericField", "{}", """{"Value":"5"}""")]
    [InlineData("NumericField", "{}", """{"Value":1e2}""")]
    [InlineData("NumericField", """{"NumericFieldSettings":{"Required":true}}""", """{"Value":null}""", "fehlt", "is missing")]
    [InlineData("NumericField", "{}", """{"Value":"viel"}""", "eine Zahl", "a number")]
    [InlineData("NumericField", "{}", """{"Value":1e300}""", "eine Zahl", "a number")]
    [InlineData("NumericField", """{"NumericFieldSettings":{"Minimum":0}}""", """{"Value":-1}""", "mindestens 0", "at least 0")]
    [InlineData("NumericField", """{"NumericFieldSettings":{"Maximum":10,"Scale":1}}""", """{"Value":10.5}""", "ist 10,5; höchstens 10", "is 10.5; at most 10")]
    [InlineData("NumericField", """{"NumericFieldSettings":{"Scale":1}}""", """{"Value":1.25}""", "erlaubt sind 1 Nachkommastellen", "1 decimals are allowed")]
    [InlineData("DateField", "{}", """{"Value":"2026-01-31"}""")]
    [InlineData("DateField", "{}", """{"Value":"2026-01-31T00:00:00Z"}""")]
    [InlineData("DateField", """{"DateFieldSettings":{"Required":true}}""", """{"Value":""}""", "fehlt", "is missing")]
    [InlineData("DateField", "{}", """{"Value":"2026-02-30"}""", "ein Datum wie", "a date like")]
    [InlineData("DateField", "{}", """{"Value":"1.2.2026"}""", "ein Datum wie", "a date like")]
    [InlineData("DateTimeField", "{}", """{"Value":"2026-01-31T10:00:00.1234567+02:00"}""")]
    [InlineData("DateTimeField", """{"DateTimeFieldSettings":{"Required":true}}""", "null", "fehlt", "is missing")]
    [InlineData("DateTimeField", "{}", """{"Value":"morgen"}""", "ein Zeitpunkt wie", "an instant like")]
    [InlineData("TimeField", "{}", """{"Value":"10:30:00"}""")]
    [InlineData("TimeField", """{"TimeFieldSettings":{"Required":true}}""", "null", "fehlt", "is missing")]
    [InlineData("TimeField", "{}", """{"Value":"24:01"}""", "eine Uhrzeit wie", "a time like")]
    [InlineData("TimeField", "{}", """{"Value":"-01:00"}""", "eine Uhrzeit wie", "a time like")]
    [InlineData("GeoPointField", "{}", """{"Latitude":51.05,"Longitude":13.74}""")]
    [InlineData("GeoPointField", """{"GeoPointFieldSettings":{"Required":true}}""", """{"Latitude":null}""", "fehlt", "is missing")]
    [InlineData("GeoPointField", "{}", """{"Latitude":91,"Longitude":0}""", "Breite", "latitude")]
    [InlineData("GeoPointField", "{}", """{"Latitude":51}""", "Breite", "latitude")]
    [InlineData("GeoPointField", "{}", """{"Latitude":"x","Longitude":1e999}""", "Breite", "latitude")]
    [InlineData("LinkField", "{}", """{"Url":"https://example.org/a?b=c","Text":"t"}""")]
    [InlineData("LinkField", "{}", """{"Url":"~/a"}""")]
    [InlineData("LinkField", "{}", """{"Url":"mailto:post@example.org"}""")]
    [InlineData("LinkField", """{"LinkFieldSettings":{"Required":true}}""", """{"Url":" "}""", "fehlt", "is missing")]
    [InlineData("LinkField", """{"LinkFieldSettings":{"LinkTextMode":"Required"}}""", """{"Url":"/a"}""", "Text des Links fehlt", "text of the link is missing")]
    [InlineData("LinkField", """{"LinkFieldSettings":{"LinkTextMode":1}}""", """{"Url":"/a"}""", "Text des Links fehlt", "text of the link is missing")]
    [InlineData("LinkField", "{}", """{"Url":"javascript:alert(1)"}""", "keine erlaubte Adresse", "not an allowed address")]
    [InlineData("LinkField", "{}", """{"Url":"java\nscript:alert(1)"}""", "keine erlaubte Adresse", "not an allowed address")]
    [InlineData("LinkField", "{}", """{"Url":" javascript:alert(1)"}""", "keine erlaubte Adresse", "not an allowed address")]
    [InlineData("LinkField", "{}", """{"Url":"data:text/html,x"}""", "keine erlaubte Adresse", "not an allowed address")]
    [InlineData("LinkField", "{}", """{"Url":"//evil.example"}""", "keine erlaubte Adresse", "not an allowed address")]
    [InlineData("LinkField", "{}", """{"Url":"/\\evil.example"}""", "keine erlaubte Adresse", "not an allowed address")]
    [InlineData("LinkField", "{}", """{"Url":{}}""", "Url muss ein Text sein", "Url must be a text")]
    [InlineData("YoutubeField", "{}", """{"RawAddress":"https://youtu.be/abc"}""")]
    [InlineData("YoutubeField", """{"YoutubeFieldSettings":{"Required":true}}""", "null", "fehlt", "is missing")]
    [InlineData("YoutubeField", "{}", """{"RawAddress":"https://youtube.com.evil.example/x"}""", "bei YouTube", "on YouTube")]
    [InlineData("MediaField", "{}", """{"Paths":["a/b.jpg","c.png"]}""")]
    [InlineData("MediaField", """{"MediaFieldSettings":{"Required":true}}""", """{"Paths":[]}""", "fehlt", "is missing")]
    [InlineData("MediaField", """{"MediaFieldSettings":{"Multiple":false}}""", """{"Paths":["a.jpg","b.jpg"]}""", "erlaubt einen Wert", "allows one value")]
    [InlineData("MediaField", """{"MediaFieldSettings":{"AllowedExtensions":[".jpg"]}}""", """{"Paths":["a.exe"]}""", "erlaubten Endungen", "does not end in one of")]
    [InlineData("MediaField", "{}", """{"Paths":["../portal.db"]}""", "kein Pfad der Medienbibliothek", "not a path of the media library")]
    [InlineData("ContentPickerField", "{}", """{"ContentItemIds":["4a"]}""")]
    [InlineData("ContentPickerField", """{"ContentPickerFieldSettings":{"Required":true}}""", """{"ContentItemIds":[]}""", "fehlt", "is missing")]
    [InlineData("ContentPickerField", "{}", """{"ContentItemIds":["4a","4b"]}""", "erlaubt einen Wert, angegeben sind 2", "allows one value, 2 are given")]
    [InlineData("ContentPickerField", "{}", """{"ContentItemIds":"4a"}""", "Liste von Texten", "list of texts")]
    [InlineData("LocalizationSetContentPickerField", "{}", """{"LocalizationSets":["a","b"]}""", "erlaubt einen Wert", "allows one value")]
    [InlineData("LocalizationSetContentPickerField", """{"LocalizationSetContentPickerFieldSettings":{"Required":true}}""", "null", "fehlt", "is missing")]
    [InlineData("TaxonomyField", """{"TaxonomyFieldSettings":{"Unique":true}}""", """{"TermContentItemIds":["a","b"]}""", "erlaubt einen Wert", "allows one value")]
    [InlineData("TaxonomyField", """{"TaxonomyFieldSettings":{"Required":true}}""", """{"TermContentItemIds":[]}""", "fehlt", "is missing")]
    [InlineData("UserPickerField", """{"UserPickerFieldSettings":{"Multiple":true}}""", """{"UserIds":["a","b"]}""")]
    [InlineData("UserPickerField", """{"UserPickerFieldSettings":{"Required":true}}""", "null", "fehlt", "is missing")]
    [InlineData("UserPickerField", "{}", """{"UserIds":[null]}""", "Liste von Texten", "list of texts")]
    [InlineData("SomethingField", "{}", """{"Whatever":[1]}""")]
    public void Fields_are_judged_by_their_settings(string kind, string settings, string json, string? de = null, string? en = null)
    {
        var field = new FieldDefinition(kind, "Field", new Settings(JsonElement.Parse(settings)));
        var part = new PartDefinition("T", Settings.None, [field]);
        var type = new ContentTypeDefinition("T", "T", Settings.None, [new TypePart("T", "T", Settings.None, part)]);
        var item = new ContentItem { ContentItemId = "a", ContentType = "T", Content = JsonElement.Parse($"{{\"T\":{{\"Field\":{json}}}}}") };
        var errors = ContentValidator.Validate(new ContentDefinitions([type], [part]), type, item);
        if (de is null)
        {
            Assert.Empty(errors);
            return;
        }

        var error = Assert.Single(errors);
        Assert.Equal(("T", "Field"), (error.Part, error.Field));
        Assert.Contains(de, error.Message.De, StringComparison.Ordinal);
        Assert.Contains(en!, error.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void All_seventeen_fields_have_rules() => Assert.Equal(17, FieldRules.ByKind.Count);
}
