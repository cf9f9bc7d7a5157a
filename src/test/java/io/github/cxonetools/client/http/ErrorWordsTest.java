package io.github.cxonetools.client.http;

import io.github.cxonetools.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // RFC 9457, and the older RFC 7807.
                "{'type':'https://e.org/p','title':'Your request is not valid.','status':422,'detail':'Two rules',"
                        + "'instance':'/x','errors':[{'detail':'must be positive','pointer':'#/timeoutMs'},"
                        + "{'detail':'is no URL','pointer':'#/handlerUrl'}]}"
                        + "| Your request is not valid. Two rules: #/timeoutMs: must be positive; #/handlerUrl: is no URL",
                "{'type':'about:blank','title':'Invalid','invalid-params':[{'name':'timeoutMs','reason':'too large'},"
                        + "{'name':'name','reason':'is taken'}]}"
                        + "| Invalid: timeoutMs: too large; name: is taken",
                "{'title':'Out of credit','balance':30,'hint':'buy more'} | Out of credit: hint: buy more",
                // ASP.NET.
                "{'title':'One or more validation errors occurred.','status':400,'traceId':'00-84c1',"
                        + "'errors':{'HandlerUrl':['is required','is no URL'],'$.timeoutMs':['no number']}}"
                        + "| One or more validation errors occurred. traceId: 00-84c1; HandlerUrl: is required;"
                        + " HandlerUrl: is no URL; $.timeoutMs: no number",
                "{'Message':'The request is invalid.','ModelState':{'action.name':['is required']}}"
                        + "| The request is invalid. action.name: is required",
                // Fields whose names are words elsewhere.
                "{'errors':{'description':'is too long','name':'is taken','title':['x']}}"
                        + "| description: is too long; name: is taken; title: x",
                "{'errors':{'inputSchema':{'properties':['no $ref']}}} | inputSchema.properties: no $ref",
                "{'errors':[{'field':'description','description':'is too long'}]} | description: is too long",
                "{'errors':[{'inputSchema':'no $ref'}]} | inputSchema: no $ref",
                // Details.
                "{'message':'bad','details':'no $ref'} | bad: no $ref",
                "{'message':'bad','details':['a','b']} | bad: a; b",
                "{'code':'bad.request','message':'bad','details':[{'fieldName':'name','message':'is taken'}]}"
                        + "| bad.request: bad: name: is taken",
                "{'message':'bad','details':{'timeoutMs':'too large'}} | bad: timeoutMs: too large",
                "{'error':{'code':'BadArgument','message':'no','target':'query','details':[{'code':'Null',"
                        + "'target':'name','message':'is null'}]}}"
                        + "| query: no (BadArgument); query.name: is null (Null)",
                "{'error':{'code':400,'message':'Invalid','status':'INVALID','details':[{'@type':'x/BadRequest',"
                        + "'fieldViolations':[{'field':'a.b','description':'is bad'}]}]}} | Invalid; a.b: is bad",
                "{'errors':[{'field':'inputSchema','message':'invalid','details':['no $ref','no definitions']}]}"
                        + "| inputSchema: invalid; inputSchema: no $ref; inputSchema: no definitions",
                // JSON:API, FastAPI, Spring, Bean Validation, Django.
                "{'errors':[{'status':'422','title':'Invalid','detail':'too short','source':{'pointer':'/data/name'}}]}"
                        + "| /data/name: Invalid: too short",
                "{'detail':[{'loc':['body','items',0],'msg':'field required','type':'missing'}]}"
                        + "| body.items.0: field required",
                "{'timestamp':'2026','status':400,'error':'Bad Request','path':'/x','errors':[{'codes':['NotBlank.a'],"
                        + "'arguments':[{'code':'name'}],'defaultMessage':'must not be blank','objectName':'a',"
                        + "'field':'name','rejectedValue':'','bindingFailure':false,'code':'NotBlank'}]}"
                        + "| Bad Request: name: must not be blank (NotBlank)",
                "{'title':'Constraint Violation','violations':[{'field':'create.name','message':'is blank'}]}"
                        + "| Constraint Violation: create.name: is blank",
                "{'name':['This field is required.'],'nested':{'age':['too low']}}"
                        + "| name: This field is required.; nested.age: too low",
                "{'field':'timeoutMs','message':'too large'} | timeoutMs: too large",
                "[{'field':'a','message':'one'},{'field':'b','message':'two'}] | a: one; b: two",
                "{'message':'first','message':'second'} | second",
                "`not allowed` | `not allowed`",
            })
    void allWordsAreSaidWithTheirFields(String body, String words) {
        assertThat(ErrorWords.of(body.strip().replace('\'', '"'))).isEqualTo(words.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "7", "", "<html>", "{\"status\":400}", "{\"a\":"})
    void aBodyWithoutWordsIsShownAsItCame(String body) {
        assertThat(ErrorWords.of(body)).isEqualTo(body);
    }

    @Test
    void aTextIsShownWithoutItsQuotes() {
        assertThat(ErrorWords.of("\"not allowed\"")).isEqualTo("not allowed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'error':'x'}                    | true",
                "{'errors':{'name':['y']}}        | true",
                "{'errorCode':'E7','data':[]}     | true",
                "{'error':null,'errors':[]}       | false",
                "{'error':'','errorCount':0}      | false",
                "{'error':false,'entities':[]}    | false",
                "{'message':'done','id':'1'}      | false",
                "[]                               | false",
            })
    void aSuccessMayTellOfAnError(String body, boolean isError) {
        assertThat(ErrorWords.isError(Json.read(body.strip().replace('\'', '"'))))
                .isEqualTo(isError);
    }
}
